/** A date typed as zz.ll.aaaa, with a calendar for those who want one. The value is ISO, or what was typed when it is no date. */
import { ActionIcon, Popover, TextInput } from "@mantine/core";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { isPlainDate } from "../../domain/plain-date.ts";
import { formatDate, parseTypedDate } from "../i18n/dates.ts";
import { useT } from "../i18n/language.tsx";
import { Icon } from "./icons.tsx";

const Calendar = lazy(() => import("./Calendar.tsx"));

export interface DateInputProps {
  readonly label: ReactNode;
  readonly value: string;
  onChange(value: string): void;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly name?: string;
  /** The earliest date that makes sense, and the latest; others are dimmed in the calendar. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly autoComplete?: string;
}

export function DateInput({ label, value, onChange, min, max, required, ...rest }: DateInputProps) {
  const t = useT();
  const [typing, setTyping] = useState<string>();
  const [open, setOpen] = useState(false);
  const shown = typing ?? (isPlainDate(value) ? formatDate(value) : value);
  return (
    <TextInput
      {...rest}
      className="date-input"
      label={label}
      withAsterisk={required ?? false}
      aria-required={required ?? false}
      placeholder={t("date.placeholder")}
      inputMode="numeric"
      autoComplete={rest.autoComplete ?? "off"}
      maxLength={10}
      value={shown}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyping(text);
        onChange(parseTypedDate(text) ?? text);
      }}
      onBlur={() => setTyping(undefined)}
      rightSection={
        <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" trapFocus returnFocus withRoles>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              disabled={rest.disabled ?? false}
              aria-label={t("date.pick")}
              onClick={() => setOpen((was) => !was)}
            >
              <Icon name="calendar" />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={t("date.pick")}>
            <Suspense fallback={<p>{t("loading")}</p>}>
              <Calendar
                value={isPlainDate(value) ? value : null}
                min={min}
                max={max}
                onPick={(date) => {
                  onChange(date);
                  setOpen(false);
                }}
              />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
