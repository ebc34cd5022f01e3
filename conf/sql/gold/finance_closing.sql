-- One row. The first open day never goes back: what is closed stays closed, even if the newest order was misdated.
WITH days AS (
  SELECT MIN(business_date) AS first_day
  FROM silver.finance_days
),

before AS (
  SELECT MAX(first_open_day) AS first_open_day, MIN(first_day) AS first_day
  FROM gold.finance_closing
),

now AS (
  SELECT
    -- The first time nothing has been published yet, so that nothing is closed.
    IF(
      b.first_open_day IS NULL,
      LEAST(DATE_SUB(l.latest_day, 44), d.first_day),
      GREATEST(DATE_SUB(l.latest_day, 44), b.first_open_day)
    ) AS first_open_day,
    d.first_day,
    b.first_day AS known_from
  FROM silver.latest_day AS l
  CROSS JOIN days AS d
  CROSS JOIN before AS b
)

SELECT
  first_open_day,
  -- Days before all that were known are new, however old.
  IF(known_from <= first_day, first_open_day, LEAST(first_day, first_open_day)) AS asked_from,
  LEAST(first_day, known_from) AS first_day
FROM now
