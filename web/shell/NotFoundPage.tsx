import { Link } from "@tanstack/react-router";
import { useT } from "../i18n/language.tsx";
import { Page } from "../parts/Page.tsx";

export function NotFoundPage() {
  const t = useT();
  return (
    <Page title={t("notFound.title")}>
      <p>{t("notFound.text")}</p>
      <p>
        <Link to="/">{t("failure.home")}</Link>
      </p>
    </Page>
  );
}
