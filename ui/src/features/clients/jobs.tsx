import { PageLink, path } from "@/app/navigation";
import { Amount } from "@/components";
import type { CivilDate } from "@/lib/clock";
import { date, relativeDay } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { JobRow } from "@/lib/ipc/bindings.gen";
import { JobFlagChip } from "@/parts/records/chips";
import table from "@/parts/records/Records.module.css";

export function JobRows({ rows, today }: { rows: readonly JobRow[]; today: CivilDate }) {
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t("clients.jobs.title")}>
        <thead>
          <tr>
            <th scope="col">{t("clients.jobs.event")}</th>
            <th scope="col">{t("clients.jobs.job")}</th>
            <th scope="col">{t("clients.jobs.flags")}</th>
            <th scope="col" className={table.end}>
              {t("clients.jobs.price")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className={table.tight}>
                {row.eventOn === null ? (
                  "–"
                ) : (
                  <>
                    {date(row.eventOn)}
                    <small className={table.note}>{relativeDay(row.eventOn, today)}</small>
                  </>
                )}
              </td>
              <td className={table.wide}>
                <PageLink to={path("jobs", row.id)} className={table.link}>
                  {row.title}
                </PageLink>
                <small className={table.note}>{t(`records.jobKind.${row.kind}`)}</small>
              </td>
              <td>
                {row.flags.map((flag) => (
                  <JobFlagChip key={flag} flag={flag} />
                ))}
              </td>
              <td className={table.end}>
                {row.price === null ? "–" : <Amount value={row.price} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
