/** The id of a reading; pressing it tells how the product reads the law there. */
import { Popover, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { rulesQuery } from "../api/queries.ts";
import { useT, useText } from "../i18n/language.tsx";

export function ReadingChip({ id }: { id: string }) {
  const t = useT();
  const text = useText();
  const { data } = useQuery(rulesQuery);
  const [open, setOpen] = useState(false);
  // A reading is told with the rules that it reads.
  const reading = [...(data?.values() ?? [])].flatMap(({ readings }) => readings).find((one) => one.id === id);
  if (reading === undefined) return <span className="chip chip-reading">{t("readings.short", { reading: id })}</span>;
  return (
    <Popover opened={open} onChange={setOpen} width={320} withArrow shadow="md" position="bottom-start" withRoles>
      <Popover.Target>
        <UnstyledButton
          className="chip chip-reading"
          aria-label={t("readings.about", { reading: id })}
          onClick={() => setOpen((was) => !was)}
          onKeyDown={(event) => {
            if (event.key === "Escape") setOpen(false);
          }}
        >
          {t("readings.short", { reading: id })}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <dl className="rules-bubble">
          <div>
            <dt>{id}</dt>
            <dd>{text(reading.text)}</dd>
          </div>
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
