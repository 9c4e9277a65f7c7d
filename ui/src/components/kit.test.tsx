import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Check, FileText, Mail, Plus } from "lucide-react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { fakeHost } from "@/lib/ipc/fake";
import { IpcError } from "@/lib/ipc/error";
import { expectAccessible } from "@/test/axe";
import { renderWith } from "@/test/render";
import {
  AgingBar,
  Button,
  Checkbox,
  Chip,
  ComboBox,
  DataTable,
  DateField,
  Dialog,
  EmptyState,
  FilePick,
  Form,
  IconButton,
  KeyValues,
  Ladder,
  Menu,
  MoneyField,
  NumberField,
  notify,
  PageHeader,
  PeekPanel,
  PercentField,
  RadioGroup,
  Segmented,
  Select,
  Skeleton,
  Switch,
  Tabs,
  TextArea,
  TextField,
  Timeline,
} from ".";

const choices = [
  { id: "a", label: "14 days" },
  { id: "b", label: "30 days" },
];
const nothing = () => undefined;

function Money({
  onSubmit,
  start = 125000,
}: {
  onSubmit: (minor: number | null) => void;
  start?: number | null;
}) {
  const [minor, setMinor] = useState<number | null>(start);
  return (
    <Form onSubmit={() => onSubmit(minor)} actions={<Button type="submit">Save</Button>}>
      <MoneyField label="Amount" currency="GBP" value={minor} onChange={setMinor} />
    </Form>
  );
}

describe("money field", () => {
  it("gives_minor_units_of_what_is_typed", async () => {
    const submit = vi.fn();
    renderWith(<Money onSubmit={submit} />);
    const field = screen.getByLabelText("Amount");
    expect(field).toHaveProperty("value", "1250.00");
    await userEvent.clear(field);
    await userEvent.type(field, "1,480.50");
    await userEvent.click(screen.getByText("Save"));
    expect(submit).toHaveBeenCalledWith(148050);
  });
  it("never_submits_the_last_good_amount_for_a_text_it_cannot_read", async () => {
    const submit = vi.fn();
    renderWith(<Money onSubmit={submit} />);
    const field = screen.getByLabelText("Amount");
    await userEvent.clear(field);
    await userEvent.type(field, "12x{Enter}");
    expect(submit, "a wrong sum is the worst thing").not.toHaveBeenCalled();
    expect(document.activeElement).toBe(field);
    expect(screen.getByText(/Write a number/)).toBeTruthy();
  });
  it("gives_null_for_an_empty_text", async () => {
    const submit = vi.fn();
    renderWith(<Money onSubmit={submit} />);
    await userEvent.clear(screen.getByLabelText("Amount"));
    await userEvent.click(screen.getByText("Save"));
    expect(submit).toHaveBeenCalledWith(null);
  });
});

describe("form", () => {
  it("puts_the_words_of_a_refusal_beside_its_field_and_focuses_it", () => {
    const error = new IpcError("validation", "log words", [
      { field: "lines[0].name", problem: "required" },
    ]);
    renderWith(
      <Form onSubmit={nothing} error={error}>
        <TextField label="First" name="first" value="" onChange={nothing} />
        <TextField label="Name" name="lines[0].name" value="" onChange={nothing} />
      </Form>,
    );
    const field = screen.getByLabelText("Name");
    const describedBy = field.getAttribute("aria-describedby") ?? "";
    const words = describedBy.split(" ").map((id) => document.getElementById(id)?.textContent);
    expect(words.join(" ")).toContain("This is needed.");
    expect(document.activeElement).toBe(field);
    expect(screen.getByLabelText("First").getAttribute("aria-invalid")).toBeNull();
  });
  it("shows_a_refusal_without_fields_as_a_notice_without_the_words_of_the_log_first", () => {
    renderWith(
      <Form onSubmit={nothing} error={new IpcError("disk_full", "os error 28")}>
        {null}
      </Form>,
    );
    expect(screen.getByRole("alert").textContent).toContain("The disk is full");
  });
});

interface Row {
  id: string;
  name: string;
  minor: number;
}
const rows: Row[] = [
  { id: "1", name: "Ada", minor: 300 },
  { id: "2", name: "Bo", minor: 100 },
  { id: "3", name: "Cy", minor: 200 },
];
const columns = [
  { id: "name", header: "Name", cell: (row: Row) => row.name, sort: (row: Row) => row.name },
  {
    id: "sum",
    header: "Sum",
    align: "end" as const,
    cell: (row: Row) => row.minor,
    sort: (row: Row) => row.minor,
  },
];
function names(): (string | undefined)[] {
  return screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("gridcell")[0]?.textContent ?? undefined);
}
const tableProps = {
  label: "People",
  rows,
  columns,
  rowId: (row: Row) => row.id,
  rowLabel: (row: Row) => row.name,
};

describe("table", () => {
  it("is_walked_opened_and_peeked_by_keys", async () => {
    const [open, peek] = [vi.fn(), vi.fn()];
    const { container } = renderWith(<DataTable {...tableProps} onOpen={open} onPeek={peek} />);
    await expectAccessible(container);
    const focusOn = (name: string) =>
      vi.waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toBe(name));
    screen.getByRole("row", { name: "Ada" }).focus();
    await userEvent.keyboard("j");
    await focusOn("Bo");
    await userEvent.keyboard("{ArrowDown}");
    await focusOn("Cy");
    await userEvent.keyboard("k");
    await focusOn("Bo");
    await userEvent.keyboard(" {Enter}");
    expect(peek).toHaveBeenCalledWith(rows[1]);
    expect(open).toHaveBeenCalledWith(rows[1]);
    await userEvent.keyboard("{End}");
    await focusOn("Cy");
  });
  it("sorts_numbers_as_numbers_and_says_how", async () => {
    renderWith(<DataTable {...tableProps} />);
    expect(names()).toEqual(["Ada", "Bo", "Cy"]);
    await userEvent.click(screen.getByRole("button", { name: "Sum" }));
    expect(names()).toEqual(["Bo", "Cy", "Ada"]);
    await userEvent.click(screen.getByRole("button", { name: "Sum" }));
    expect(names()).toEqual(["Ada", "Cy", "Bo"]);
    expect(screen.getByRole("columnheader", { name: "Sum" }).getAttribute("aria-sort")).toBe(
      "descending",
    );
  });
  it("keeps_the_order_of_the_program_where_the_program_sorts", async () => {
    const sort = vi.fn();
    renderWith(
      <DataTable {...tableProps} sort={{ id: "name", descending: false }} onSort={sort} />,
    );
    await userEvent.click(screen.getByRole("button", { name: "Sum" }));
    expect(sort).toHaveBeenCalledWith({ id: "sum", descending: false });
    expect(names()).toEqual(["Ada", "Bo", "Cy"]);
  });
  it("ticks_rows_without_opening_them", async () => {
    const [open, tick] = [vi.fn(), vi.fn()];
    const { container } = renderWith(
      <DataTable {...tableProps} onOpen={open} ticked={new Set(["3"])} onTick={tick} />,
    );
    await expectAccessible(container);
    await userEvent.click(screen.getByRole("checkbox", { name: "Bo" }));
    expect(tick).toHaveBeenCalledWith(new Set(["3", "2"]));
    expect(open).not.toHaveBeenCalled();
  });
});

describe("notices", () => {
  it("offer_the_way_back_once", async () => {
    const undo = vi.fn();
    renderWith(null);
    notify({ text: "Draft discarded", undo });
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText("Draft discarded")).toBeNull();
  });
});

describe("combo box", () => {
  it("searches_chooses_and_offers_to_make_a_new_one", async () => {
    const [search, change, create] = [vi.fn(), vi.fn(), vi.fn()];
    renderWith(
      <ComboBox
        label="Client"
        value={null}
        onChange={change}
        choices={choices}
        onSearch={search}
        create={{ label: (text) => `Add ${text}`, onCreate: create }}
      />,
    );
    const field = screen.getByRole("combobox");
    await userEvent.type(field, "14");
    expect(search).toHaveBeenLastCalledWith("14");
    await userEvent.click(screen.getByRole("option", { name: "14 days" }));
    expect(change).toHaveBeenCalledWith(choices[0]);
    await userEvent.clear(field);
    await userEvent.type(field, "New");
    await userEvent.click(screen.getByRole("option", { name: "Add New" }));
    expect(create).toHaveBeenCalledWith("New");
  });

  it("covers_nothing_until_it_is_clicked_or_typed_into", async () => {
    renderWith(
      <ComboBox
        label="Client"
        value={null}
        onChange={nothing}
        choices={choices}
        onSearch={nothing}
        autoFocus
      />,
    );
    const field = screen.getByRole("combobox");
    expect(document.activeElement, "the page put the cursor here").toBe(field);
    expect(screen.queryByRole("option"), "the list would hide the form below").toBeNull();
    await userEvent.click(field);
    expect(screen.getAllByRole("option").length).toBe(choices.length);
  });
});

describe("every part", () => {
  const parts: Record<string, React.ReactNode> = {
    buttons: (
      <>
        <Button kind="primary" icon={Plus} isPending>
          New
        </Button>
        <IconButton icon={Plus} label="Add" />
        <Menu
          label="More"
          trigger={<Button>More</Button>}
          acts={[{ id: "x", label: "Act", onAct: nothing }]}
        />
      </>
    ),
    fields: (
      <Form onSubmit={nothing} label="All">
        <TextField
          label="Text"
          value=""
          onChange={nothing}
          isRequired
          description="Note"
          error="Wrong"
        />
        <TextArea label="Area" value="" onChange={nothing} />
        <NumberField label="Days" value={3} onChange={nothing} />
        <PercentField label="Tax" value={190000} onChange={nothing} />
        <DateField label="Day" value="2026-11-21" onChange={nothing} />
        <Select label="Terms" value="a" onChange={nothing} choices={choices} />
        <ComboBox
          label="Client"
          value={null}
          onChange={nothing}
          choices={choices}
          onSearch={nothing}
        />
        <RadioGroup label="Tone" value="a" onChange={nothing} choices={choices} />
        <Segmented label="Theme" value="a" onChange={nothing} choices={choices} />
        <Checkbox isSelected onChange={nothing}>
          Attach
        </Checkbox>
        <Switch isSelected={false} onChange={nothing}>
          Login
        </Switch>
        <FilePick label="Scan" purpose="scan" value={null} onChange={nothing} description="A PDF" />
      </Form>
    ),
    dialog: (
      <Dialog title="Review" isOpen onClose={nothing} actions={<Button>Send</Button>}>
        <p>Words</p>
      </Dialog>
    ),
    page: (
      <>
        <PageHeader
          title="Page"
          status={
            <Chip icon={Check} tone="good">
              Paid
            </Chip>
          }
        />
        <Tabs
          label="Views"
          selected="a"
          onSelect={nothing}
          items={[{ id: "a", label: "All", content: "All" }]}
        />
        <PeekPanel title="Peek" onClose={nothing}>
          <KeyValues items={[{ label: "Net", value: "1", note: "Why" }]} />
        </PeekPanel>
        <EmptyState icon={FileText} title="Nothing yet" text="Words" />
        <Skeleton />
      </>
    ),
    facts: (
      <>
        <AgingBar parts={[{ id: "0", label: "Not due", value: { minor: 5, currency: "GBP" } }]} />
        <Timeline
          label="Log"
          entries={[{ id: "1", when: "19 Oct", icon: Mail, title: "Sent", text: "Words" }]}
        />
        <Ladder
          label="Plan"
          rungs={[
            { id: "1", state: "now", title: "Call" },
            { id: "2", state: "closed", title: "Letter", note: "Paid" },
          ]}
        />
      </>
    ),
  };
  it.each(Object.keys(parts))("%s are accessible", async (name) => {
    fakeHost();
    const { baseElement } = renderWith(<main>{parts[name]}</main>);
    await expectAccessible(baseElement);
  });
});
