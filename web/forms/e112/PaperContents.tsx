/** What a paper must contain, one line each with its rule: ticked, or filled in where the content is a date, a sum, a place. */
import { Checkbox } from "@mantine/core";
import type { ReactNode } from "react";
import type { E112CaseView } from "../../../domain/case/view.ts";
import type { ContentView } from "../../../domain/e112/contents.ts";
import { useT, useText } from "../../i18n/language.tsx";
import type { MessageKey } from "../../i18n/ro.ts";
import { Icon } from "../../parts/icons.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";
import type { SpecialComponent, SpecialProps } from "../describe.ts";
import { getAt } from "../values.ts";

/** More than these are only counted: each line shows its own state. */
const MOST_NAMED = 5;

/** One line: a content, and the letter of a point of the paper that goes with it. */
export interface ContentLine {
  readonly id: string;
  /** The inputs by which it is filled in; a content without any is ticked. */
  readonly Inputs?: SpecialComponent<E112CaseView>;
  /** One input, called as the content is: it stands beside the title. */
  readonly isOne?: boolean;
  readonly letter?: { readonly id: string; readonly letter: string; readonly path: string };
}

interface PaperContentsProps extends SpecialProps<E112CaseView> {
  readonly title: MessageKey;
  readonly hint: MessageKey;
  readonly lines: readonly ContentLine[];
  readonly contents: readonly ContentView[];
  readonly children?: ReactNode;
}

export function PaperContents({ title, hint, lines, contents, children, ...props }: PaperContentsProps) {
  const t = useT();
  const text = useText();
  const { path, errors } = props;
  const lacking = contents.filter(({ present }) => !present);
  const find = (id: string | undefined) => contents.find((content) => content.id === id);
  return (
    <fieldset className="group">
      <legend>{t(title)}</legend>
      <p className="field-note">{t(hint)}</p>
      {errors[path] !== undefined && <p className="field-error">{errors[path]}</p>}
      {children}
      <ul className="papers">
        {lines.map((line) => {
          const content = find(line.id);
          return content === undefined ? null : (
            <Line key={line.id} {...props} line={line} content={content} circled={find(line.letter?.id)} />
          );
        })}
      </ul>
      <div role="status">
        {lacking.length === 0 ? (
          <p className="paper-sum">
            <Icon name="check" /> {t("e112.contents.complete")}
          </p>
        ) : (
          <p className="paper-sum">
            <Icon name="hourglass" />{" "}
            {lacking.length > MOST_NAMED
              ? t("e112.contents.lackingMany", { count: lacking.length })
              : t("e112.contents.lacking", {
                  count: lacking.length,
                  contents: lacking.map((content) => text(content.title)).join("; "),
                })}
          </p>
        )}
      </div>
    </fieldset>
  );
}

interface LineProps extends SpecialProps<E112CaseView> {
  readonly line: ContentLine;
  readonly content: ContentView;
  readonly circled: ContentView | undefined;
}

function Line({ line, content, circled, ...props }: LineProps) {
  const text = useText();
  const { form, path, values, errors, set } = props;
  const { id, Inputs, isOne = false, letter } = line;
  const at = `${path}.${id}`;
  return (
    <li className="paper-line">
      {Inputs === undefined ? (
        <Checkbox
          name={`${form}.${at}`}
          label={text(content.title)}
          error={errors[at]}
          className="paper-tick"
          checked={getAt(values, at) === true}
          onChange={(event) => set(at, event.currentTarget.checked)}
        />
      ) : (
        <div className={isOne ? "paper-tick paper-filled paper-one" : "paper-tick paper-filled"}>
          <span className={content.present ? "paper-state paper-there" : "paper-state"}>
            <Icon name={content.present ? "check" : "dash"} size={14} />
          </span>
          <div>
            <span id={`${form}.${at}.title`}>{text(content.title)}</span>
            <div role="group" aria-labelledby={`${form}.${at}.title`} className="paper-inputs">
              <Inputs {...props} />
            </div>
          </div>
        </div>
      )}
      {letter !== undefined && circled !== undefined && (
        <Circle
          name={`${form}.${letter.path}`}
          letter={letter.letter}
          label={text(circled.title)}
          checked={getAt(values, letter.path) === true}
          onChange={(is) => set(letter.path, is)}
        />
      )}
      <span className="paper-rules">
        <RuleChip id={content.rule} />
        {circled !== undefined && <RuleChip id={circled.rule} />}
      </span>
    </li>
  );
}

interface CircleProps {
  readonly name: string;
  readonly letter: string;
  readonly label: string;
  readonly checked: boolean;
  onChange(is: boolean): void;
}

/** A letter of the paper, to be circled here as it is there. */
function Circle({ name, letter, label, checked, onChange }: CircleProps) {
  return (
    <label className={checked ? "circle circle-drawn" : "circle"} title={label}>
      <input
        type="checkbox"
        name={name}
        aria-label={label}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span aria-hidden>{letter})</span>
    </label>
  );
}
