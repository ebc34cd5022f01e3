-- One row per closed day, country, category and day of booking: what silver says of the day by now, less what was
-- published of it and what was booked before.
WITH told AS (
  SELECT
    1 AS sign,
    business_date,
    country,
    category,
    currency,
    orders,
    units,
    buyers,
    gross_sales,
    discounts,
    net_sales,
    tax,
    shipping_income,
    refunds,
    cogs,
    delivery_cost,
    payment_fees,
    margin,
    gross_sales_usd,
    discounts_usd,
    net_sales_usd,
    tax_usd,
    shipping_income_usd,
    refunds_usd,
    cogs_usd,
    delivery_cost_usd,
    payment_fees_usd,
    margin_usd
  FROM silver.finance_days
  UNION ALL
  SELECT
    -1 AS sign,
    business_date,
    country,
    category,
    currency,
    orders,
    units,
    buyers,
    gross_sales,
    discounts,
    net_sales,
    tax,
    shipping_income,
    refunds,
    cogs,
    delivery_cost,
    payment_fees,
    margin,
    gross_sales_usd,
    discounts_usd,
    net_sales_usd,
    tax_usd,
    shipping_income_usd,
    refunds_usd,
    cogs_usd,
    delivery_cost_usd,
    payment_fees_usd,
    margin_usd
  FROM gold.finance_daily
  UNION ALL
  SELECT
    -1 AS sign,
    business_date,
    country,
    category,
    currency,
    orders,
    units,
    buyers,
    gross_sales,
    discounts,
    net_sales,
    tax,
    shipping_income,
    refunds,
    cogs,
    delivery_cost,
    payment_fees,
    margin,
    gross_sales_usd,
    discounts_usd,
    net_sales_usd,
    tax_usd,
    shipping_income_usd,
    refunds_usd,
    cogs_usd,
    delivery_cost_usd,
    payment_fees_usd,
    margin_usd
  FROM gold.finance_adjustments
),

-- Of a day that is open, nothing is left. What is booked twice on one day is one entry.
entries AS (
  SELECT
    business_date,
    country,
    category,
    currency,
    booked_on,
    orders,
    units,
    buyers,
    gross_sales,
    discounts,
    net_sales,
    tax,
    shipping_income,
    refunds,
    cogs,
    delivery_cost,
    payment_fees,
    margin,
    gross_sales_usd,
    discounts_usd,
    net_sales_usd,
    tax_usd,
    shipping_income_usd,
    refunds_usd,
    cogs_usd,
    delivery_cost_usd,
    payment_fees_usd,
    margin_usd
  FROM gold.finance_adjustments
  UNION ALL
  SELECT
    t.business_date,
    t.country,
    t.category,
    t.currency,
    c.first_open_day AS booked_on,
    SUM(t.sign * t.orders) AS orders,
    SUM(t.sign * t.units) AS units,
    SUM(t.sign * t.buyers) AS buyers,
    SUM(t.sign * t.gross_sales) AS gross_sales,
    SUM(t.sign * t.discounts) AS discounts,
    SUM(t.sign * t.net_sales) AS net_sales,
    SUM(t.sign * t.tax) AS tax,
    SUM(t.sign * t.shipping_income) AS shipping_income,
    SUM(t.sign * t.refunds) AS refunds,
    SUM(t.sign * t.cogs) AS cogs,
    SUM(t.sign * t.delivery_cost) AS delivery_cost,
    SUM(t.sign * t.payment_fees) AS payment_fees,
    SUM(t.sign * t.margin) AS margin,
    SUM(t.sign * t.gross_sales_usd) AS gross_sales_usd,
    SUM(t.sign * t.discounts_usd) AS discounts_usd,
    SUM(t.sign * t.net_sales_usd) AS net_sales_usd,
    SUM(t.sign * t.tax_usd) AS tax_usd,
    SUM(t.sign * t.shipping_income_usd) AS shipping_income_usd,
    SUM(t.sign * t.refunds_usd) AS refunds_usd,
    SUM(t.sign * t.cogs_usd) AS cogs_usd,
    SUM(t.sign * t.delivery_cost_usd) AS delivery_cost_usd,
    SUM(t.sign * t.payment_fees_usd) AS payment_fees_usd,
    SUM(t.sign * t.margin_usd) AS margin_usd
  FROM told AS t
  CROSS JOIN gold.finance_closing AS c
  GROUP BY t.business_date, t.country, t.category, t.currency, c.first_open_day
  -- An amount that is not known now is booked once it is.
  HAVING COUNT(*) = COUNT(t.margin_usd)
)

SELECT
  business_date,
  country,
  category,
  currency,
  booked_on,
  CAST(SUM(orders) AS BIGINT) AS orders,
  CAST(SUM(units) AS BIGINT) AS units,
  CAST(SUM(buyers) AS BIGINT) AS buyers,
  CAST(SUM(gross_sales) AS DECIMAL(18, 2)) AS gross_sales,
  CAST(SUM(discounts) AS DECIMAL(18, 2)) AS discounts,
  CAST(SUM(net_sales) AS DECIMAL(18, 2)) AS net_sales,
  CAST(SUM(tax) AS DECIMAL(18, 2)) AS tax,
  CAST(SUM(shipping_income) AS DECIMAL(18, 2)) AS shipping_income,
  CAST(SUM(refunds) AS DECIMAL(18, 2)) AS refunds,
  CAST(SUM(cogs) AS DECIMAL(18, 2)) AS cogs,
  CAST(SUM(delivery_cost) AS DECIMAL(18, 2)) AS delivery_cost,
  CAST(SUM(payment_fees) AS DECIMAL(18, 2)) AS payment_fees,
  CAST(SUM(margin) AS DECIMAL(18, 2)) AS margin,
  CAST(SUM(gross_sales_usd) AS DECIMAL(18, 2)) AS gross_sales_usd,
  CAST(SUM(discounts_usd) AS DECIMAL(18, 2)) AS discounts_usd,
  CAST(SUM(net_sales_usd) AS DECIMAL(18, 2)) AS net_sales_usd,
  CAST(SUM(tax_usd) AS DECIMAL(18, 2)) AS tax_usd,
  CAST(SUM(shipping_income_usd) AS DECIMAL(18, 2)) AS shipping_income_usd,
  CAST(SUM(refunds_usd) AS DECIMAL(18, 2)) AS refunds_usd,
  CAST(SUM(cogs_usd) AS DECIMAL(18, 2)) AS cogs_usd,
  CAST(SUM(delivery_cost_usd) AS DECIMAL(18, 2)) AS delivery_cost_usd,
  CAST(SUM(payment_fees_usd) AS DECIMAL(18, 2)) AS payment_fees_usd,
  CAST(SUM(margin_usd) AS DECIMAL(18, 2)) AS margin_usd
FROM entries
GROUP BY business_date, country, category, currency, booked_on
HAVING
  SUM(orders) <> 0 OR SUM(units) <> 0 OR SUM(buyers) <> 0 OR SUM(gross_sales) <> 0
  OR SUM(discounts) <> 0 OR SUM(net_sales) <> 0 OR SUM(tax) <> 0 OR SUM(shipping_income) <> 0
  OR SUM(refunds) <> 0 OR SUM(cogs) <> 0 OR SUM(delivery_cost) <> 0 OR SUM(payment_fees) <> 0
  OR SUM(margin) <> 0 OR SUM(gross_sales_usd) <> 0 OR SUM(discounts_usd) <> 0 OR SUM(net_sales_usd) <> 0
  OR SUM(tax_usd) <> 0 OR SUM(shipping_income_usd) <> 0 OR SUM(refunds_usd) <> 0 OR SUM(cogs_usd) <> 0
  OR SUM(delivery_cost_usd) <> 0 OR SUM(payment_fees_usd) <> 0 OR SUM(margin_usd) <> 0
