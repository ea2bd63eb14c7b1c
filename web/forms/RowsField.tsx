/** A list of like rows in a form, described by its columns: sums, expenses, journeys, companions. */
import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { CaseView, MohCaseView } from "../../domain/case/view.ts";
import type { RuleId } from "../../domain/law/index.ts";
import { useT } from "../i18n/language.tsx";
import type { MessageKey } from "../i18n/ro.ts";
import { DateInput } from "../parts/DateInput.tsx";
import { Icon } from "../parts/icons.tsx";
import { misshapen, toAmount } from "./check.ts";
import type { Option, Problem, Problems, SpecialCheck, SpecialComponent, SpecialProps } from "./describe.ts";
import { filledIn, listAt, textAt, type Values } from "./values.ts";

export interface Column {
  readonly name: string;
  readonly label: MessageKey;
  readonly kind: "text" | "amount" | "date" | "select";
  readonly options?: readonly Option[];
  readonly required?: boolean;
}

export interface RowsDefinition<View extends CaseView = MohCaseView> {
  readonly title: MessageKey;
  readonly hint?: MessageKey;
  readonly rule?: RuleId;
  readonly columns: readonly Column[];
  readonly most: number;
  /** True when at least one row is to be filled in. */
  readonly needed?: boolean;
  /** What is said under a row. */
  readonly note?: (row: unknown, props: SpecialProps<View>) => ReactNode;
  /** What is said under all rows. */
  readonly footer?: SpecialComponent<View>;
}

/** The part of a form for such rows, and what can be said about them before they are sent. */
export function rowsField<View extends CaseView = MohCaseView>(
  definition: RowsDefinition<View>,
): {
  readonly kind: "special";
  readonly component: SpecialComponent<View>;
  readonly missing: SpecialCheck;
} {
  return {
    kind: "special",
    component: (props: SpecialProps<View>) => <RowsField {...props} definition={definition} />,
    missing: (values, path) => checkRows(values, path, definition),
  };
}

function RowsField<View extends CaseView>({
  definition,
  ...props
}: SpecialProps<View> & { readonly definition: RowsDefinition<View> }) {
  const t = useT();
  const { path, values, view, errors, set } = props;
  const { title, hint, rule, columns, most, needed = false, note, footer: Footer } = definition;
  const given = listAt(values, path);
  const rows = given.length === 0 && needed ? [{}] : given;
  return (
    <fieldset className="group">
      <legend>
        {t(title)} {rule !== undefined && <small className="label-rule">{rule}</small>}
      </legend>
      {hint !== undefined && <p className="field-note">{t(hint)}</p>}
      {errors[path] !== undefined && <p className="field-error">{errors[path]}</p>}
      <ol className="rows">
        {rows.map((row, index) => (
          // Rows have no identity but their place.
          <li key={index} className="row-fields">
            {columns.map((column) => (
              <Cell
                key={column.name}
                form={props.form}
                view={view}
                errors={errors}
                column={column}
                row={row}
                at={`${path}.${index}`}
                change={(value) =>
                  set(
                    path,
                    rows.map((other, place) => (place === index ? { ...asTree(other), [column.name]: value } : other)),
                  )
                }
              />
            ))}
            {note !== undefined && <div className="row-note">{note(row, props)}</div>}
            {(rows.length > 1 || !needed) && (
              <Button
                variant="subtle"
                size="compact-sm"
                className="row-remove"
                aria-label={t("rows.remove", { number: index + 1 })}
                onClick={() => set(path, rows.toSpliced(index, 1))}
              >
                <Icon name="cross" size={12} />
              </Button>
            )}
          </li>
        ))}
      </ol>
      {rows.length < most && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="plus" size={12} />}
          onClick={() => set(path, [...rows, {}])}
        >
          {t("rows.add")}
        </Button>
      )}
      {Footer !== undefined && <Footer {...props} />}
    </fieldset>
  );
}

interface CellProps extends Pick<SpecialProps<CaseView>, "form" | "view" | "errors"> {
  readonly column: Column;
  readonly row: unknown;
  readonly at: string;
  change(value: string): void;
}

function Cell({ column, row, at, form, errors, view, change }: CellProps) {
  const t = useT();
  const { name, kind, required = false } = column;
  const common = {
    name: `${form}.${at}.${name}`,
    label: t(column.label),
    error: errors[`${at}.${name}`],
    value: textAt(row, name),
  };
  switch (kind) {
    case "date":
      return <DateInput {...common} required={required} max={view.today} onChange={change} />;
    case "select":
      return (
        <NativeSelect
          {...common}
          withAsterisk={required}
          aria-required={required}
          onChange={(event) => change(event.currentTarget.value)}
        >
          <option value="">{t("form.choose")}</option>
          {(column.options ?? []).map((option) => (
            <option key={option.value} value={option.value}>
              {t(option.label)}
            </option>
          ))}
        </NativeSelect>
      );
    default:
      return (
        <TextInput
          {...common}
          {...(kind === "amount" ? { inputMode: "decimal" as const } : {})}
          withAsterisk={required}
          aria-required={required}
          onChange={(event) => change(event.currentTarget.value)}
        />
      );
  }
}

/** A row in which nothing was typed says nothing, unless it is the only one that is needed. */
function checkRows(
  values: Values,
  path: string,
  { columns, needed = false }: Pick<RowsDefinition, "columns" | "needed">,
): Problems {
  const found: Record<string, Problem> = {};
  const given = listAt(values, path);
  const rows = given.length === 0 && needed ? [{}] : given;
  const isNeeded = needed && rows.every(isBlank);
  rows.forEach((row, index) => {
    if (isBlank(row) && !(isNeeded && index === 0)) return;
    for (const { name, kind, label, required = false } of columns) {
      const text = textAt(row, name).trim();
      const message = text === "" && required ? "form.error.required" : misshapen(kind, text);
      if (message !== undefined) found[`${path}.${index}.${name}`] = { message, label };
    }
  });
  return found;
}

/** The rows as they are sent: those with something in them, amounts as exact decimals. */
export function rowsToSend(rows: unknown, columns: readonly Column[]): Values[] {
  const list = Array.isArray(rows) ? (rows as readonly unknown[]) : [];
  return list
    .filter((row) => !isBlank(row))
    .map((row) =>
      filledIn(
        Object.fromEntries(
          columns.map(({ name, kind }) => [name, kind === "amount" ? toAmount(textAt(row, name)) : textAt(row, name)]),
        ),
      ),
    );
}

function isBlank(row: unknown): boolean {
  return Object.values(asTree(row)).every((value) => typeof value !== "string" || value.trim() === "");
}

function asTree(row: unknown): Values {
  return typeof row === "object" && row !== null ? (row as Values) : {};
}
