export { announce } from "./announce";
export { Button, type ButtonKind, IconButton } from "./Button";
export { Checkbox, RadioGroup, Segmented, Switch } from "./Choices";
export { ComboBox } from "./ComboBox";
export { CopyButton } from "./CopyButton";
export { type Column, DataTable, type Sort } from "./DataTable";
export { DateField } from "./DateField";
export { Dialog } from "./Dialog";
export { ErrorNotice } from "./ErrorNotice";
export {
  AgingBar,
  type AgingPart,
  Amount,
  type KeyValue,
  KeyValues,
  MoneyFigure,
  MoneyLine,
} from "./Figures";
export { FilePick } from "./FilePick";
export { FieldRow, Form } from "./Form";
export { Menu, type MenuAct } from "./Menu";
export {
  MoneyField,
  NumberField,
  PercentField,
  QuantityField,
  UnitPriceField,
} from "./NumberField";
export { Notices } from "./Notices";
export { dismissNotice, notify } from "./notices";
export { PageHeader } from "./PageHeader";
export { PaperViewer } from "./PaperViewer";
export { PdfView } from "./PdfView";
export { PeekPanel, WithPeek } from "./PeekPanel";
export { type Choice, Select } from "./Select";
export { Card, Chip, EmptyState, Kbd, Section, Skeleton, type Tone } from "./Surfaces";
export { type TabItem, Tabs } from "./Tabs";
export { TextArea, TextField } from "./TextField";
export { Ladder, type Rung, Timeline, type TimelineEntry } from "./Timeline";
