/** What the dossier must hold for this patient and this filer, and what is presented now, in which form. */
import { Radio } from "@mantine/core";
import type { ChecklistItem, DossierSubject } from "../../../domain/moh/documents.ts";
import type { FieldErrors } from "../../forms/describe.ts";
import { WaiverFields } from "../../forms/moh/WaiverFields.tsx";
import { textAt, type Values } from "../../forms/values.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";

interface ChecklistFieldsProps {
  readonly checklist: readonly ChecklistItem[];
  readonly subject: DossierSubject;
  readonly ageKnown: boolean;
  readonly values: Values;
  readonly errors: FieldErrors;
  set(path: string, value: unknown): void;
}

export function ChecklistFields({ checklist, subject, ageKnown, values, errors, set }: ChecklistFieldsProps) {
  const t = useT();
  const missing = checklist.filter(({ status }) => status === "missing" || status === "wrong-form").length;
  return (
    <fieldset className="group">
      <legend>{t("newFile.documents")}</legend>
      <p className="field-note">
        {ageKnown ? t(subject.minor ? "newFile.list.minor" : "newFile.list.adult") : t("newFile.list.unknownAge")}{" "}
        {subject.otherFiler && t("newFile.list.otherFiler")}
      </p>
      <ul className="presented">
        {checklist.map((line) => (
          <PresentedLine key={line.kind} line={line} values={values} errors={errors} set={set} />
        ))}
      </ul>
      <p className="presented-count" role="status">
        <Icon name={missing === 0 ? "check" : "hourglass"} />{" "}
        {missing === 0 ? t("newFile.complete") : t("documents.missing.count", { count: missing })}
      </p>
    </fieldset>
  );
}

function PresentedLine({
  line,
  values,
  errors,
  set,
}: Omit<ChecklistFieldsProps, "checklist" | "subject" | "ageKnown"> & { line: ChecklistItem }) {
  const t = useT();
  const text = useText();
  const path = `documents.${line.kind}`;
  return (
    <li className={`presented-line presented-${line.status}`}>
      <Radio.Group
        name={`${path}.form`}
        label={text(line.title)}
        description={line.form === "original" ? t("newFile.asked.original") : t("newFile.asked.copy")}
        value={textAt(values, `${path}.form`)}
        onChange={(form) => set(path, { form })}
        className="presented-choice"
      >
        <span className="presented-forms">
          <Radio value="" label={t("newFile.notPresented")} />
          <Radio value="original" label={t("form.original")} />
          <Radio value="copy" label={t("form.copy")} />
          <RuleChip id={line.rule} />
        </span>
      </Radio.Group>
      {line.status === "wrong-form" && (
        <p className="mark mark-warn">
          <Icon name="warning" size={12} /> {t("checklist.wrong-form")}
        </p>
      )}
      {line.status === "satisfied-by" && (
        <p className="mark">{t("checklist.satisfied-by", { reading: line.satisfiedBy?.reading ?? "" })}</p>
      )}
      {line.waivable && <WaiverFields path={path} values={values} errors={errors} set={set} />}
    </li>
  );
}
