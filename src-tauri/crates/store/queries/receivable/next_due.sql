-- ?1: today. The first day on which something more becomes late.
SELECT min(due_on) AS due_on FROM receivable_state WHERE due_on >= ?1 AND open_minor > 0
