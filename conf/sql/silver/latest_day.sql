-- One row. Days are counted from the data, not from a clock: a rebuild gives what the nights gave.
SELECT MAX(business_date) AS latest_day
FROM silver.orders
