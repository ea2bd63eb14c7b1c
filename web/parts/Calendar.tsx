/** The calendar that opens beside a date; loaded when first opened. */
import "@mantine/dates/styles.css";
import "./calendar.css";
import { DatePicker, DatesProvider } from "@mantine/dates";
import "dayjs/locale/ro";
import { useLanguage, useT } from "../i18n/language.tsx";

const SATURDAY_AND_SUNDAY = [6, 0] as const;
const MONDAY = 1;

interface CalendarProps {
  readonly value: string | null;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  onPick(date: string): void;
}

export default function Calendar({ value, min, max, onPick }: CalendarProps) {
  const t = useT();
  const { language } = useLanguage();
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: MONDAY, weekendDays: [...SATURDAY_AND_SUNDAY] }}>
      <DatePicker
        value={value}
        hideOutsideDates
        ariaLabels={{
          previousMonth: t("date.previous"),
          nextMonth: t("date.next"),
          previousYear: t("date.previous"),
          nextYear: t("date.next"),
          previousDecade: t("date.previous"),
          nextDecade: t("date.next"),
        }}
        {...(min === undefined ? {} : { minDate: min })}
        {...(max === undefined ? {} : { maxDate: max })}
        {...((value ?? max ?? min) == null ? {} : { defaultDate: value ?? max ?? min ?? "" })}
        onChange={(date) => {
          if (date !== null) onPick(date);
        }}
      />
    </DatesProvider>
  );
}
