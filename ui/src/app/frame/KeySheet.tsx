import { Dialog, Kbd } from "@/components";
import { type MessageKey, t } from "@/lib/i18n";
import { isMac } from "../keys";
import css from "./Frame.module.css";

const listKeys: readonly [string[], MessageKey][] = [
  [["J", "↓"], "common.keys.next"],
  [["K", "↑"], "common.keys.previous"],
  [["enter"], "common.keys.open"],
  [["space"], "common.keys.peek"],
  [["N"], "common.keys.new"],
  [["P"], "common.keys.payment"],
  [["R"], "common.keys.reminder"],
  [["/"], "common.keys.filter"],
];
const everywhere: readonly [string[], MessageKey][] = [
  [["palette"], "common.keys.palette"],
  [["?"], "common.keys.sheet"],
  [["escape"], "common.keys.close"],
];

function keyWords(key: string): string {
  if (key === "enter") return t("common.key.enter");
  if (key === "space") return t("common.key.space");
  if (key === "escape") return t("common.key.escape");
  if (key === "palette") return `${isMac ? t("common.key.command") : t("common.key.ctrl")} K`;
  return key;
}

export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title={t("common.keys.title")} isOpen={isOpen} onClose={onClose} size="small">
      {[
        { title: t("common.keys.everywhere"), keys: everywhere },
        { title: t("common.keys.lists"), keys: listKeys },
      ].map((group) => (
        <section key={group.title} className={css.keys}>
          <h3>{group.title}</h3>
          <dl>
            {group.keys.map(([keys, words]) => (
              <div key={words}>
                <dt>{t(words)}</dt>
                <dd>
                  {keys.map((key) => (
                    <Kbd key={key}>{keyWords(key)}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
