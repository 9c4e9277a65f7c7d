import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageLink } from "@/app";
import { ErrorNotice, PageHeader, Skeleton } from "@/components";
import { t } from "@/lib/i18n";
import { AppearanceSection, LoginSection, NotificationSection } from "./computer";
import { CopiesSection } from "./copies";
import { ExportSection, SupportSection } from "./files";
import { PlanSection } from "./plan";
import { PriceSection } from "./prices";
import css from "./Settings.module.css";
import { BusinessSection, LookSection, NumbersSection, PaidSection } from "./studio";
import { usePreferences } from "./usePreferences";

const groups = [
  { id: "studio", sections: ["business", "look", "paid", "numbers", "prices", "plan"] },
  { id: "computer", sections: ["notifications", "appearance", "login"] },
  { id: "safety", sections: ["copies", "export", "support"] },
] as const;
type SectionId = (typeof groups)[number]["sections"][number];

const contents: Record<SectionId, () => ReactNode> = {
  business: () => <BusinessSection />,
  look: () => <LookSection />,
  paid: () => <PaidSection />,
  numbers: () => <NumbersSection />,
  prices: () => <PriceSection />,
  plan: () => <PlanSection />,
  notifications: () => <WithPreferences of={NotificationSection} />,
  appearance: () => <WithPreferences of={AppearanceSection} />,
  login: () => <WithPreferences of={LoginSection} />,
  copies: () => <CopiesSection />,
  export: () => <ExportSection />,
  support: () => <SupportSection />,
};

function isSection(text: string): text is SectionId {
  return text in contents;
}

export function SettingsPage() {
  const { section = "business" } = useParams({ strict: false });
  const shown: SectionId = isSection(section) ? section : "business";
  return (
    <div className={css.page}>
      <nav className={css.nav} aria-label={t("settings.sections")}>
        {groups.map((group) => (
          <div key={group.id}>
            <h2>{t(`settings.group.${group.id}`)}</h2>
            <ul>
              {group.sections.map((id) => (
                <li key={id}>
                  <PageLink to={`/settings/${id}`} className={css.link} isCurrent={id === shown}>
                    {t(`settings.${id}`)}
                  </PageLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={css.section} key={shown}>
        <PageHeader
          title={t(`settings.${shown}`)}
          subtitle={t(`settings.${shown}.subtitle`)}
          windowTitle={t("settings.title")}
        />
        <div className={css.body}>{contents[shown]()}</div>
      </div>
    </div>
  );
}

type PreferenceSection = typeof AppearanceSection;

function WithPreferences({ of: Content }: { of: PreferenceSection }) {
  const preferences = usePreferences();
  if (preferences.error !== null)
    return <ErrorNotice error={preferences.error} onRetry={preferences.retry} />;
  if (preferences.now === undefined) return <Skeleton lines={4} />;
  return <Content now={preferences.now} change={preferences.change} />;
}
