-- ?1: today; snoozed until a day means back on that day.
SELECT subject_kind, subject_id, until_on FROM snooze WHERE until_on > ?1 ORDER BY subject_kind, subject_id
