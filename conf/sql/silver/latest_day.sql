-- One row. Days are counted from the data, not from a clock: a rebuild gives what the nights gave. A day that stands more
-- than a week apart is an order that is misdated, until another day follows it.
SELECT MAX(business_date) AS latest_day
FROM (
  SELECT business_date, LAG(business_date) OVER (ORDER BY business_date) AS day_before
  FROM (SELECT DISTINCT business_date FROM silver.orders)
)
WHERE day_before IS NULL OR business_date <= DATE_ADD(day_before, 7)
