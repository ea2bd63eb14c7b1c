import "./settings.css";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { houseOfSetting } from "../../../domain/settings/settings.ts";
import { sessionQuery } from "../../api/queries.ts";
import { settingsQuery } from "../../api/settings.ts";
import { useT } from "../../i18n/language.tsx";
import { Page } from "../../parts/Page.tsx";
import { Failure, Loading } from "../../parts/states.tsx";
import { settingHousesOf } from "../../shell/abilities.ts";
import { SettingCard } from "./SettingCard.tsx";

/**
 * The readings of the law that an administrator of the Ministry or of the CNAS may set otherwise; others see what holds on
 * the route of their own files.
 */
export function SettingsPage() {
  const t = useT();
  const { data, error, refetch } = useQuery(settingsQuery);
  const { data: session } = useQuery(sessionQuery);
  const houses = session == null ? [] : settingHousesOf(session);
  const shown = data?.items.filter(({ key }) => houses.includes(houseOfSetting(key)));
  const list = useRef<HTMLUListElement>(null);
  const { hash } = useLocation();
  const known = data !== undefined;
  useEffect(() => {
    if (known && hash !== "") list.current?.querySelector(`#${CSS.escape(hash)}`)?.scrollIntoView({ block: "start" });
  }, [known, hash]);
  return (
    <Page title={t("settings.title")}>
      <p className="lead">{t("settings.intro")}</p>
      {data?.mayChange === false && <p className="quiet">{t("settings.readOnly")}</p>}
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      <ul className="settings" ref={list}>
        {shown?.map((setting) => (
          <li key={setting.key} id={setting.key} className="setting">
            <SettingCard setting={setting} />
          </li>
        ))}
      </ul>
    </Page>
  );
}
