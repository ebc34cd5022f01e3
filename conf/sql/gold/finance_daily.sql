-- One row per business day, country and category, from paid orders.
WITH paid AS (
  SELECT order_id, SUM(fee) AS fee
  FROM silver.payments
  WHERE status = 'captured'
  GROUP BY order_id
),

lines AS (
  SELECT
    o.business_date,
    o.country,
    o.currency,
    o.order_id,
    o.customer_id,
    l.line_no,
    l.product_id,
    l.quantity,
    l.quantity * l.unit_price AS gross,
    l.discount,
    l.tax,
    o.discount AS order_discount,
    o.shipping AS order_shipping,
    p.fee AS order_fee,
    SUM(l.quantity * l.unit_price) OVER (PARTITION BY o.business_date, o.order_id) AS order_gross,
    ROW_NUMBER() OVER (
      PARTITION BY o.business_date, o.order_id ORDER BY l.quantity * l.unit_price DESC, l.line_no
    ) AS rank_in_order
  FROM silver.orders AS o
  INNER JOIN paid AS p ON p.order_id = o.order_id
  INNER JOIN silver.order_lines AS l ON l.order_id = o.order_id
),

-- What belongs to the order is shared by value, down to the cent below. In whole cents: DIV is exact, / is not.
floored AS (
  SELECT
    *,
    COALESCE(CAST(order_discount * 100 AS DECIMAL(18, 0)) * gross_cents DIV order_gross_cents, 0) * 0.01 AS discount_part,
    COALESCE(CAST(order_shipping * 100 AS DECIMAL(18, 0)) * gross_cents DIV order_gross_cents, 0) * 0.01 AS shipping_part,
    COALESCE(CAST(order_fee * 100 AS DECIMAL(18, 0)) * gross_cents DIV order_gross_cents, 0) * 0.01 AS fee_part
  FROM (
    SELECT
      *,
      CAST(gross * 100 AS DECIMAL(18, 0)) AS gross_cents,
      CAST(NULLIF(order_gross, 0) * 100 AS DECIMAL(18, 0)) AS order_gross_cents
    FROM lines
  )
),

-- The cents that are left go to the largest line.
shared AS (
  SELECT
    *,
    discount_part + IF(rank_in_order = 1, order_discount - SUM(discount_part) OVER whole_order, 0) AS shared_discount,
    shipping_part + IF(rank_in_order = 1, order_shipping - SUM(shipping_part) OVER whole_order, 0) AS shared_shipping,
    fee_part + IF(rank_in_order = 1, order_fee - SUM(fee_part) OVER whole_order, 0) AS shared_fee
  FROM floored
  WINDOW whole_order AS (PARTITION BY business_date, order_id)
),

-- The last known rate on or before the day, at most seven days old.
rates AS (
  SELECT d.business_date, d.currency, MAX_BY(r.units_per_usd, r.rate_date) AS units_per_usd
  FROM (SELECT DISTINCT business_date, currency FROM silver.orders) AS d
  INNER JOIN silver.fx_rates AS r
    ON r.currency = d.currency AND r.rate_date BETWEEN DATE_SUB(d.business_date, 7) AND d.business_date
  GROUP BY d.business_date, d.currency
),

sums AS (
  SELECT
    s.business_date,
    s.country,
    c.category,
    s.currency,
    r.units_per_usd,
    COUNT(DISTINCT s.order_id) AS orders,
    SUM(s.quantity) AS units,
    COUNT(DISTINCT s.customer_id) AS buyers,
    CAST(SUM(s.gross) AS DECIMAL(18, 2)) AS gross_sales,
    CAST(SUM(s.discount + s.shared_discount) AS DECIMAL(18, 2)) AS discounts,
    CAST(SUM(s.tax) AS DECIMAL(18, 2)) AS tax,
    CAST(SUM(s.shared_shipping) AS DECIMAL(18, 2)) AS shipping_income,
    CAST(SUM(s.shared_fee) AS DECIMAL(18, 2)) AS payment_fees,
    -- Null, and so held, when no list that came knows the line's product on its day: a sum would pass over it.
    IF(COUNT(*) = COUNT(c.unit_cost_usd), CAST(SUM(s.quantity * c.unit_cost_usd) AS DECIMAL(18, 4)), NULL) AS cost_usd
  FROM shared AS s
  LEFT JOIN silver.products_history AS c
    ON c.product_id = s.product_id
    AND c.valid_from <= s.business_date AND (s.business_date < c.valid_to OR c.valid_to IS NULL)
  LEFT JOIN rates AS r ON r.business_date = s.business_date AND r.currency = s.currency
  GROUP BY s.business_date, s.country, c.category, s.currency, r.units_per_usd
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
    BROUND(cost_usd, 2) AS cogs_usd,
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
  CAST(cogs AS DECIMAL(18, 2)) AS cogs,
  CAST(payment_fees AS DECIMAL(18, 2)) AS payment_fees,
  CAST(net_sales + shipping_income - cogs - payment_fees AS DECIMAL(18, 2)) AS margin,
  CAST(gross_sales_usd AS DECIMAL(18, 2)) AS gross_sales_usd,
  CAST(discounts_usd AS DECIMAL(18, 2)) AS discounts_usd,
  CAST(net_sales_usd AS DECIMAL(18, 2)) AS net_sales_usd,
  CAST(tax_usd AS DECIMAL(18, 2)) AS tax_usd,
  CAST(shipping_income_usd AS DECIMAL(18, 2)) AS shipping_income_usd,
  CAST(cogs_usd AS DECIMAL(18, 2)) AS cogs_usd,
  CAST(payment_fees_usd AS DECIMAL(18, 2)) AS payment_fees_usd,
  CAST(net_sales_usd + shipping_income_usd - cogs_usd - payment_fees_usd AS DECIMAL(18, 2)) AS margin_usd
FROM amounts
