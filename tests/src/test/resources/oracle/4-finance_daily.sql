CREATE SCHEMA gold;

CREATE TABLE gold.finance_daily AS
WITH sums AS (
  SELECT
    business_date, country, category, MAX(currency) AS currency, MAX(units_per_usd) AS rate,
    COUNT(DISTINCT order_id) FILTER (WHERE entry = 'sale') AS orders,
    SUM(quantity) AS units,
    COUNT(DISTINCT customer_id) FILTER (WHERE entry = 'sale') AS buyers,
    SUM(gross_sales) AS gross_sales, SUM(discounts) AS discounts, SUM(gross_sales) - SUM(discounts) AS net_sales,
    SUM(tax) AS tax, SUM(shipping_income) AS shipping_income, total(refunds) AS refunds, total(cost_usd) AS cost_usd,
    total(delivery_cost) AS delivery_cost, total(payment_fees) AS payment_fees
  FROM silver.bookings
  GROUP BY business_date, country, category
),
rounded_once AS (
  SELECT
    *,
    rounded(cost_usd * rate, 100000000) AS cogs,
    dollars(gross_sales, rate) AS gross_sales_usd, dollars(discounts, rate) AS discounts_usd,
    dollars(net_sales, rate) AS net_sales_usd, dollars(tax, rate) AS tax_usd,
    dollars(shipping_income, rate) AS shipping_income_usd, dollars(refunds, rate) AS refunds_usd,
    rounded(cost_usd, 100) AS cogs_usd, dollars(delivery_cost, rate) AS delivery_cost_usd,
    dollars(payment_fees, rate) AS payment_fees_usd
  FROM sums
)
SELECT
  business_date, country, category, currency, orders, CAST(units AS BIGINT) AS units, buyers,
  money(gross_sales) AS gross_sales, money(discounts) AS discounts, money(net_sales) AS net_sales, money(tax) AS tax,
  money(shipping_income) AS shipping_income, money(refunds) AS refunds, money(cogs) AS cogs,
  money(delivery_cost) AS delivery_cost, money(payment_fees) AS payment_fees,
  money(net_sales + shipping_income - refunds - cogs - delivery_cost - payment_fees) AS margin,
  money(gross_sales_usd) AS gross_sales_usd, money(discounts_usd) AS discounts_usd,
  money(net_sales_usd) AS net_sales_usd, money(tax_usd) AS tax_usd, money(shipping_income_usd) AS shipping_income_usd,
  money(refunds_usd) AS refunds_usd, money(cogs_usd) AS cogs_usd, money(delivery_cost_usd) AS delivery_cost_usd,
  money(payment_fees_usd) AS payment_fees_usd,
  money(net_sales_usd + shipping_income_usd - refunds_usd - cogs_usd - delivery_cost_usd - payment_fees_usd)
    AS margin_usd
FROM rounded_once;
