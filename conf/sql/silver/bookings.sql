-- One row per line of a paid order on the order's day, and of a refunded order on the refund's day.
WITH parcels AS (
  SELECT o.business_date, o.order_id, IF(BOOL_AND(d.currency = o.currency), SUM(d.cost), NULL) AS cost
  FROM silver.orders AS o
  INNER JOIN silver.deliveries AS d ON d.order_id = o.order_id
  GROUP BY o.business_date, o.order_id
),

-- An amount in another currency than its order's is none that could be added: null, and so held.
entries AS (
  SELECT
    o.business_date,
    'sale' AS entry,
    CAST(o.order_id AS STRING) AS entry_id,
    o.business_date AS ordered_on,
    o.order_id,
    o.customer_id,
    o.country,
    o.currency,
    o.channel,
    o.discount AS order_discount,
    o.shipping AS order_shipping,
    IF(c.order_id IS NULL, 0, c.cost) AS order_delivery,
    CAST(0 AS DECIMAL(18, 2)) AS refund
  FROM silver.orders AS o
  LEFT JOIN parcels AS c ON c.business_date = o.business_date AND c.order_id = o.order_id
  UNION ALL
  SELECT
    r.business_date,
    'refund' AS entry,
    r.refund_id AS entry_id,
    o.business_date AS ordered_on,
    o.order_id,
    o.customer_id,
    o.country,
    o.currency,
    o.channel,
    0 AS order_discount,
    0 AS order_shipping,
    0 AS order_delivery,
    IF(r.currency = o.currency, r.amount, NULL) AS refund
  FROM silver.refunds AS r
  INNER JOIN silver.orders AS o ON o.order_id = r.order_id
),

paid AS (
  SELECT
    e.*,
    MIN_BY(p.method, STRUCT(p.paid_at, p.payment_id)) AS method,
    CASE
      WHEN e.entry = 'refund' THEN 0
      WHEN BOOL_AND(p.currency = e.currency) THEN SUM(p.fee)
    END AS order_fees
  FROM entries AS e
  INNER JOIN silver.payments AS p ON p.order_id = e.order_id
  WHERE p.status = 'captured'
  GROUP BY ALL
),

lines AS (
  SELECT
    p.*,
    l.line_no,
    l.product_id,
    l.quantity,
    l.quantity * l.unit_price AS gross,
    l.discount,
    l.tax
  FROM paid AS p
  INNER JOIN silver.order_lines AS l ON l.order_id = p.order_id
),

-- What belongs to the order is shared by value, down to the cent below. In whole cents: DIV is exact, / is not.
floored AS (
  SELECT
    *,
    COALESCE(CAST(order_discount * 100 AS DECIMAL(18, 0)) * gross_cents DIV order_gross_cents, 0) * 0.01 AS discount_part,
    COALESCE(CAST(order_shipping * 100 AS DECIMAL(18, 0)) * gross_cents DIV order_gross_cents, 0) * 0.01 AS shipping_part,
    COALESCE(CAST(order_delivery * 100 AS DECIMAL(18, 0)) * gross_cents DIV order_gross_cents, 0) * 0.01 AS delivery_part,
    COALESCE(CAST(order_fees * 100 AS DECIMAL(18, 0)) * gross_cents DIV order_gross_cents, 0) * 0.01 AS fees_part,
    COALESCE(CAST(refund * 100 AS DECIMAL(18, 0)) * gross_cents DIV order_gross_cents, 0) * 0.01 AS refund_part
  FROM (
    SELECT
      *,
      CAST(gross * 100 AS DECIMAL(18, 0)) AS gross_cents,
      CAST(NULLIF(SUM(gross) OVER whole_entry, 0) * 100 AS DECIMAL(18, 0)) AS order_gross_cents,
      ROW_NUMBER() OVER (PARTITION BY business_date, entry, entry_id ORDER BY gross DESC, line_no) AS rank_in_entry
    FROM lines
    WINDOW whole_entry AS (PARTITION BY business_date, entry, entry_id)
  )
),

-- The cents that are left go to the largest line.
shared AS (
  SELECT
    *,
    discount_part + IF(rank_in_entry = 1, order_discount - SUM(discount_part) OVER whole_entry, 0) AS shared_discount,
    shipping_part + IF(rank_in_entry = 1, order_shipping - SUM(shipping_part) OVER whole_entry, 0) AS shared_shipping,
    delivery_part + IF(rank_in_entry = 1, order_delivery - SUM(delivery_part) OVER whole_entry, 0) AS shared_delivery,
    fees_part + IF(rank_in_entry = 1, order_fees - SUM(fees_part) OVER whole_entry, 0) AS shared_fees,
    refund_part + IF(rank_in_entry = 1, refund - SUM(refund_part) OVER whole_entry, 0) AS shared_refund
  FROM floored
  WINDOW whole_entry AS (PARTITION BY business_date, entry, entry_id)
),

booked AS (
  SELECT
    business_date,
    entry,
    entry_id,
    line_no,
    ordered_on,
    order_id,
    customer_id,
    country,
    currency,
    channel,
    method,
    product_id,
    IF(entry = 'sale', quantity, 0) AS quantity,
    IF(entry = 'sale', gross, 0) AS gross_sales,
    IF(entry = 'sale', discount + shared_discount, 0) AS discounts,
    IF(entry = 'sale', tax, 0) AS tax,
    shared_shipping AS shipping_income,
    shared_refund AS refunds,
    shared_delivery AS delivery_cost,
    shared_fees AS payment_fees
  FROM shared
  UNION ALL
  -- A refund for which there is no line: its order is gone, was never paid or is empty.
  SELECT
    r.business_date,
    'refund' AS entry,
    r.refund_id AS entry_id,
    0 AS line_no,
    NULL AS ordered_on,
    r.order_id,
    NULL AS customer_id,
    CASE r.currency WHEN 'UZS' THEN 'UZ' WHEN 'KZT' THEN 'KZ' WHEN 'AED' THEN 'AE' END AS country,
    r.currency,
    NULL AS channel,
    NULL AS method,
    NULL AS product_id,
    0 AS quantity,
    0 AS gross_sales,
    0 AS discounts,
    0 AS tax,
    0 AS shipping_income,
    r.amount AS refunds,
    0 AS delivery_cost,
    0 AS payment_fees
  FROM silver.refunds AS r
  LEFT ANTI JOIN lines AS l
    ON l.business_date = r.business_date AND l.entry = 'refund' AND l.entry_id = r.refund_id
),

-- A rate holds until the next one, for seven days at most.
rates AS (
  SELECT
    currency,
    units_per_usd,
    EXPLODE(SEQUENCE(rate_date, LEAST(DATE_ADD(rate_date, 7), DATE_SUB(next_date, 1)))) AS business_date
  FROM (
    SELECT
      currency,
      rate_date,
      units_per_usd,
      LEAD(rate_date) OVER (PARTITION BY currency ORDER BY rate_date) AS next_date
    FROM silver.fx_rates
  )
)

SELECT
  b.business_date,
  b.entry,
  b.entry_id,
  b.line_no,
  b.order_id,
  b.customer_id,
  b.country,
  b.currency,
  IF(b.line_no = 0, 'unassigned', c.category) AS category,
  b.channel,
  b.method,
  b.product_id,
  b.quantity,
  CAST(b.gross_sales AS DECIMAL(18, 2)) AS gross_sales,
  CAST(b.discounts AS DECIMAL(18, 2)) AS discounts,
  CAST(b.tax AS DECIMAL(18, 2)) AS tax,
  CAST(b.shipping_income AS DECIMAL(18, 2)) AS shipping_income,
  CAST(b.refunds AS DECIMAL(18, 2)) AS refunds,
  CAST(b.delivery_cost AS DECIMAL(18, 2)) AS delivery_cost,
  CAST(b.payment_fees AS DECIMAL(18, 2)) AS payment_fees,
  CAST(IF(b.entry = 'sale', b.quantity * c.unit_cost_usd, 0) AS DECIMAL(18, 4)) AS cost_usd,
  r.units_per_usd
FROM booked AS b
LEFT JOIN silver.products_history AS c
  ON c.product_id = b.product_id
  AND c.valid_from <= b.ordered_on AND (b.ordered_on < c.valid_to OR c.valid_to IS NULL)
LEFT JOIN rates AS r ON r.business_date = b.business_date AND r.currency = b.currency
