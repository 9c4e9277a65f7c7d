SELECT seq, studio_chain FROM evidence ORDER BY seq DESC LIMIT 1
