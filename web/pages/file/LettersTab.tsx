/** Letters and forms: those that can be made now with their links, the others with the reason why not. */
import { Group, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CaseView } from "../../../domain/case/view.ts";
import type { LetterView } from "../../../domain/case/letters.ts";
import { letterAddress, lettersQuery } from "../../api/letters.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";
import { Empty, Failure, Loading } from "../../parts/states.tsx";

export function LettersTab({ view }: { view: CaseView }) {
  const t = useT();
  const text = useText();
  const { data, error, refetch } = useQuery(lettersQuery(view.caseId, view.version));
  if (data === undefined) return error === null ? <Loading /> : <Failure error={error} retry={() => void refetch()} />;
  const possible = data.filter((letter) => letter.possible);
  const notYet = data.filter((letter) => !letter.possible && !letter.elsewhere);
  const elsewhere = data.filter((letter) => letter.elsewhere);
  return (
    <div className="letters">
      {possible.length === 0 ? <Empty>{t("letters.none")}</Empty> : <p>{t("letters.intro")}</p>}
      {possible.length > 0 && (
        <section aria-labelledby="letters-possible">
          <h3 id="letters-possible">{t("letters.possible")}</h3>
          <ul className="letter-list">
            {possible.map((letter) => (
              <li key={letter.letter}>
                <Letter letter={letter} />
                <LetterLink letter={letter} caseId={view.caseId} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {notYet.length > 0 && (
        <section aria-labelledby="letters-not-yet">
          <h3 id="letters-not-yet">{t("letters.notYet")}</h3>
          <ul className="letter-list">
            {notYet.map((letter) => (
              <li key={letter.letter}>
                <Letter letter={letter} />
                {letter.reason !== undefined && (
                  <p className="letter-reason">
                    <Icon name="hourglass" /> {text(letter.reason)}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {elsewhere.length > 0 && (
        <section aria-labelledby="letters-elsewhere">
          <h3 id="letters-elsewhere">{t("letters.elsewhere")}</h3>
          <ul className="letter-elsewhere">
            {elsewhere.map(({ letter, title, reason }) => (
              <li key={letter}>
                {text(title)}
                {reason === undefined ? "" : `: ${text(reason)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Letter({ letter: { title, use, rules } }: { letter: LetterView }) {
  const text = useText();
  return (
    <div className="letter-words">
      <p className="letter-title">{text(title)}</p>
      <p>{text(use)}</p>
      <p className="letter-rules">
        {rules.map((rule) => (
          <RuleChip key={rule} id={rule} />
        ))}
      </p>
    </div>
  );
}

/** One link; for a letter to a clinic, after the clinic and the language were chosen. */
function LetterLink({ letter, caseId }: { letter: LetterView; caseId: string }) {
  const t = useT();
  const text = useText();
  const { clinics, languages } = letter;
  const [clinic, setClinic] = useState(clinics[0]?.id);
  const [lang, setLang] = useState(languages[0]);
  const address = letterAddress(caseId, letter.letter, {
    clinic,
    lang: languages.length > 1 ? lang : undefined,
  });
  return (
    <Group gap="sm" className="letter-choice no-print" align="flex-end">
      {clinics.length > 0 && (
        <NativeSelect
          label={t("letters.clinic")}
          value={clinic}
          onChange={(event) => setClinic(event.currentTarget.value)}
        >
          {clinics.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
      {languages.length > 1 && (
        <NativeSelect
          label={t("letters.language")}
          value={lang}
          onChange={(event) => setLang(languages.find((one) => one === event.currentTarget.value))}
        >
          {languages.map((one) => (
            <option key={one} value={one}>
              {t(`letters.language.${one}`)}
            </option>
          ))}
        </NativeSelect>
      )}
      <a
        href={address}
        target="_blank"
        rel="noreferrer"
        className="button-link"
        aria-label={t("letters.open.of", { title: text(letter.title) })}
      >
        <Icon name="print" /> {t("letters.open")}
      </a>
    </Group>
  );
}
