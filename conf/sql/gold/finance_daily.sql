-- One row per business day, country and category: of a closed day what was published, else what silver says now.
-- A day that comes when its time is over is published first, and closed then.
WITH closed AS (
  SELECT p.business_date
  FROM gold.finance_daily AS p
  INNER JOIN gold.finance_closing AS c ON p.business_date < c.first_open_day
  GROUP BY p.business_date
  -- A day is not closed while one of its amounts is unknown.
  HAVING COUNT(*) = COUNT(p.margin_usd)
)

SELECT
  d.business_date,
  d.country,
  d.category,
  d.currency,
  d.orders,
  d.units,
  d.buyers,
  d.gross_sales,
  d.discounts,
  d.net_sales,
  d.tax,
  d.shipping_income,
  d.refunds,
  d.cogs,
  d.delivery_cost,
  d.payment_fees,
  d.margin,
  d.gross_sales_usd,
  d.discounts_usd,
  d.net_sales_usd,
  d.tax_usd,
  d.shipping_income_usd,
  d.refunds_usd,
  d.cogs_usd,
  d.delivery_cost_usd,
  d.payment_fees_usd,
  d.margin_usd
FROM silver.finance_days AS d
LEFT ANTI JOIN closed AS c ON c.business_date = d.business_date
UNION ALL
SELECT
  p.business_date,
  p.country,
  p.category,
  p.currency,
  p.orders,
  p.units,
  p.buyers,
  p.gross_sales,
  p.discounts,
  p.net_sales,
  p.tax,
  p.shipping_income,
  p.refunds,
  p.cogs,
  p.delivery_cost,
  p.payment_fees,
  p.margin,
  p.gross_sales_usd,
  p.discounts_usd,
  p.net_sales_usd,
  p.tax_usd,
  p.shipping_income_usd,
  p.refunds_usd,
  p.cogs_usd,
  p.delivery_cost_usd,
  p.payment_fees_usd,
  p.margin_usd
FROM gold.finance_daily AS p
LEFT SEMI JOIN closed AS c ON c.business_date = p.business_date
