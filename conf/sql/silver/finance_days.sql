-- One row per business day, country and category: what was booked, summed.
WITH sums AS (
  SELECT
    business_date,
    country,
    COALESCE(category, 'unlisted') AS category,
    currency,
    units_per_usd,
    COUNT(DISTINCT IF(entry = 'sale', order_id, NULL)) AS orders,
    SUM(quantity) AS units,
    COUNT(DISTINCT IF(entry = 'sale', customer_id, NULL)) AS buyers,
    CAST(SUM(gross_sales) AS DECIMAL(18, 2)) AS gross_sales,
    CAST(SUM(discounts) AS DECIMAL(18, 2)) AS discounts,
    CAST(SUM(tax) AS DECIMAL(18, 2)) AS tax,
    CAST(SUM(shipping_income) AS DECIMAL(18, 2)) AS shipping_income,
    -- Null, and so held, when one booking lacks its amount: a sum would pass over it.
    IF(COUNT(*) = COUNT(refunds), CAST(SUM(refunds) AS DECIMAL(18, 2)), NULL) AS refunds,
    IF(COUNT(*) = COUNT(delivery_cost), CAST(SUM(delivery_cost) AS DECIMAL(18, 2)), NULL) AS delivery_cost,
    IF(COUNT(*) = COUNT(payment_fees), CAST(SUM(payment_fees) AS DECIMAL(18, 2)), NULL) AS payment_fees,
    IF(COUNT(*) = COUNT(cost_usd), CAST(SUM(cost_usd) AS DECIMAL(18, 4)), NULL) AS cost_usd
  FROM silver.bookings
  GROUP BY business_date, country, category, currency, units_per_usd
),

-- Each amount is rounded once, half-even. The widths keep every digit before that.
amounts AS (
  SELECT
    *,
    gross_sales - discounts AS net_sales,
    BROUND(cost_usd * units_per_usd, 2) AS cogs,
    BROUND(gross_sales / units_per_usd, 2) AS gross_sales_usd,
    BROUND(discounts / units_per_usd, 2) AS discounts_usd,
    BROUND((gross_sales - discounts) / units_per_usd, 2) AS net_sales_usd,
    BROUND(tax / units_per_usd, 2) AS tax_usd,
    BROUND(shipping_income / units_per_usd, 2) AS shipping_income_usd,
    BROUND(refunds / units_per_usd, 2) AS refunds_usd,
    BROUND(cost_usd, 2) AS cogs_usd,
    BROUND(delivery_cost / units_per_usd, 2) AS delivery_cost_usd,
    BROUND(payment_fees / units_per_usd, 2) AS payment_fees_usd
  FROM sums
)

SELECT
  business_date,
  country,
  category,
  currency,
  orders,
  units,
  buyers,
  CAST(gross_sales AS DECIMAL(18, 2)) AS gross_sales,
  CAST(discounts AS DECIMAL(18, 2)) AS discounts,
  CAST(net_sales AS DECIMAL(18, 2)) AS net_sales,
  CAST(tax AS DECIMAL(18, 2)) AS tax,
  CAST(shipping_income AS DECIMAL(18, 2)) AS shipping_income,
  CAST(refunds AS DECIMAL(18, 2)) AS refunds,
  CAST(cogs AS DECIMAL(18, 2)) AS cogs,
  CAST(delivery_cost AS DECIMAL(18, 2)) AS delivery_cost,
  CAST(payment_fees AS DECIMAL(18, 2)) AS payment_fees,
  CAST(net_sales + shipping_income - refunds - cogs - delivery_cost - payment_fees AS DECIMAL(18, 2)) AS margin,
  CAST(gross_sales_usd AS DECIMAL(18, 2)) AS gross_sales_usd,
  CAST(discounts_usd AS DECIMAL(18, 2)) AS discounts_usd,
  CAST(net_sales_usd AS DECIMAL(18, 2)) AS net_sales_usd,
  CAST(tax_usd AS DECIMAL(18, 2)) AS tax_usd,
  CAST(shipping_income_usd AS DECIMAL(18, 2)) AS shipping_income_usd,
  CAST(refunds_usd AS DECIMAL(18, 2)) AS refunds_usd,
  CAST(cogs_usd AS DECIMAL(18, 2)) AS cogs_usd,
  CAST(delivery_cost_usd AS DECIMAL(18, 2)) AS delivery_cost_usd,
  CAST(payment_fees_usd AS DECIMAL(18, 2)) AS payment_fees_usd,
  CAST(
    net_sales_usd + shipping_income_usd - refunds_usd - cogs_usd - delivery_cost_usd - payment_fees_usd
    AS DECIMAL(18, 2)
  ) AS margin_usd
FROM amounts
