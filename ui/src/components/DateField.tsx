import { type CalendarDate, parseDate } from "@internationalized/date";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from "react-aria-components";
import { type CivilDate, civilMillis } from "@/lib/clock";
import { t } from "@/lib/i18n";
import css from "./Field.module.css";
import { FieldFrame, type FieldProps, invalid } from "./FieldFrame";
import { names } from "./names";

interface DateFieldProps extends FieldProps {
  /** 'YYYY-MM-DD', or null while empty or incomplete. */
  value: CivilDate | null;
  onChange: (value: CivilDate | null) => void;
  onBlur?: () => void;
  min?: CivilDate;
  max?: CivilDate;
  /** The program's today: where an empty calendar opens. */
  today?: CivilDate;
}

function calendarDate(value: CivilDate | null | undefined): CalendarDate | null {
  return value && civilMillis(value) !== null ? parseDate(value) : null;
}

/** A civil date: typed part by part, or picked from the calendar. */
export function DateField({
  label,
  description,
  error,
  hideLabel,
  value,
  onChange,
  min,
  max,
  today,
  ...rest
}: DateFieldProps) {
  return (
    <DatePicker
      {...rest}
      {...invalid(error)}
      validationBehavior="aria"
      granularity="day"
      shouldForceLeadingZeros={false}
      value={calendarDate(value)}
      minValue={calendarDate(min)}
      maxValue={calendarDate(max)}
      placeholderValue={calendarDate(today)}
      onChange={(next) => onChange(next === null ? null : next.toString())}
      className={css.field ?? ""}
    >
      <FieldFrame {...{ label, description, error, hideLabel }} isRequired={rest.isRequired}>
        <Group className={names(css.control, css.group)}>
          <DateInput className={css.dateSegments ?? ""}>
            {(segment) => <DateSegment segment={segment} className={css.dateSegment ?? ""} />}
          </DateInput>
          <Button className={css.trigger ?? ""} aria-label={t("common.date.open")}>
            <CalendarDays className="icon" aria-hidden />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className={css.popover ?? ""} offset={4}>
        <Dialog aria-label={t("common.date.open")} className={css.list ?? ""}>
          <Calendar>
            <header className={css.calendarHead}>
              <Button
                slot="previous"
                className={css.trigger ?? ""}
                aria-label={t("common.date.previousMonth")}
              >
                <ChevronLeft className="icon" aria-hidden />
              </Button>
              <Heading level={2} />
              <Button
                slot="next"
                className={css.trigger ?? ""}
                aria-label={t("common.date.nextMonth")}
              >
                <ChevronRight className="icon" aria-hidden />
              </Button>
            </header>
            <CalendarGrid>
              <CalendarGridHeader>
                {(day) => (
                  <CalendarHeaderCell className={css.weekday ?? ""}>{day}</CalendarHeaderCell>
                )}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(day) => <CalendarCell date={day} className={css.day ?? ""} />}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
