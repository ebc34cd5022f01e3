-- One row. It never goes back: what is closed stays closed, even if the newest order turns out to be misdated.
SELECT
  GREATEST(
    DATE_SUB(l.latest_day, 44),
    (SELECT MAX(c.first_open_day) FROM gold.finance_closing AS c)
  ) AS first_open_day
FROM silver.latest_day AS l
