-- One row per day, country and method: what orders are worth, what was paid for them, and why the two differ.
WITH newest AS (
  SELECT MAX(business_date) AS business_date FROM silver.orders
),

worth AS (
  SELECT
    o.business_date,
    o.order_id,
    SUM(l.quantity * l.unit_price - l.discount + l.tax) AS amount,
    MAX(l.updated_at) AS updated_at
  FROM silver.orders AS o
  INNER JOIN silver.order_lines AS l ON l.order_id = o.order_id
  GROUP BY o.business_date, o.order_id
),

paid AS (
  SELECT
    o.business_date,
    o.order_id,
    MIN_BY(p.method, STRUCT(p.paid_at, p.payment_id)) AS method,
    MIN(p.paid_at) AS first_paid_at,
    BOOL_AND(p.currency = o.currency) AS in_its_currency,
    SUM(IF(p.currency = o.currency, p.amount, 0)) AS amount,
    SUM(IF(p.currency = o.currency AND p.business_date = o.business_date, p.amount, 0)) AS amount_of_the_day
  FROM silver.orders AS o
  INNER JOIN silver.payments AS p ON p.order_id = o.order_id
  WHERE p.status = 'captured'
  GROUP BY o.business_date, o.order_id
),

-- What the order took off and put on when it was first paid for; before its first known version that one counts.
agreed AS (
  SELECT
    p.business_date,
    p.order_id,
    COALESCE(
      MAX_BY(h.shipping - h.discount, STRUCT(h.updated_at, h.valid_from)) FILTER (WHERE h.updated_at <= p.first_paid_at),
      MIN_BY(h.shipping - h.discount, STRUCT(h.updated_at, h.valid_from))
    ) AS amount
  FROM paid AS p
  INNER JOIN silver.orders_history AS h ON h.order_id = p.order_id
  GROUP BY p.business_date, p.order_id
),

refunded AS (
  SELECT o.business_date, o.order_id, SUM(r.amount) AS amount
  FROM silver.orders AS o
  INNER JOIN silver.refunds AS r ON r.order_id = o.order_id AND r.currency = o.currency
  GROUP BY o.business_date, o.order_id
),

-- Orders that were paid for, by the gateway's word or by the shop's.
owed AS (
  SELECT
    o.business_date,
    o.country,
    o.currency,
    COALESCE(p.method, 'none') AS method,
    p.order_id IS NOT NULL AS is_paid,
    o.status = 'cancelled' OR o.business_date >= DATE_SUB(n.business_date, 3) AS may_be_open,
    p.in_its_currency,
    COALESCE(w.amount, 0) + o.shipping - o.discount AS due,
    COALESCE(p.amount, 0) AS captured,
    COALESCE(p.amount_of_the_day, 0) AS captured_of_the_day,
    COALESCE(p.amount, 0) - (COALESCE(w.amount, 0) + o.shipping - o.discount) AS gap,
    w.updated_at > p.first_paid_at AS lines_changed,
    a.amount - (o.shipping - o.discount) AS order_changed,
    COALESCE(r.amount, 0) AS refunded
  FROM silver.orders AS o
  CROSS JOIN newest AS n
  LEFT JOIN worth AS w ON w.business_date = o.business_date AND w.order_id = o.order_id
  LEFT JOIN paid AS p ON p.business_date = o.business_date AND p.order_id = o.order_id
  LEFT JOIN agreed AS a ON a.business_date = o.business_date AND a.order_id = o.order_id
  LEFT JOIN refunded AS r ON r.business_date = o.business_date AND r.order_id = o.order_id
  WHERE p.order_id IS NOT NULL OR o.status IN ('paid', 'shipped')
),

explained AS (
  SELECT
    *,
    IF(NOT is_paid AND may_be_open, gap, 0) AS order_without_payment,
    IF(is_paid AND in_its_currency AND may_be_open AND gap < changed, gap - changed, 0) AS unpaid,
    IF(is_paid AND gap > changed, LEAST(gap - changed, refunded), 0) AS overpaid
  FROM (
    SELECT *, CASE WHEN lines_changed THEN gap ELSE COALESCE(order_changed, 0) END AS changed
    FROM owed
  )
),

-- An order stands in one row of its day, with all that was paid for it on that day.
entries AS (
  SELECT
    business_date,
    country,
    method,
    currency,
    1 AS orders,
    due AS order_value,
    captured_of_the_day AS captured,
    0 AS refunds,
    captured_of_the_day - captured AS timing,
    0 AS payment_without_order,
    order_without_payment,
    unpaid,
    overpaid,
    changed AS changed_after_payment,
    gap - order_without_payment - unpaid - overpaid - changed AS unexplained
  FROM explained
  UNION ALL
  -- What was paid on another day than the order's, for no order, or in a currency in which nothing is owed.
  SELECT
    p.business_date,
    CASE
      WHEN p.currency = o.currency THEN o.country
      WHEN p.currency = 'UZS' THEN 'UZ'
      WHEN p.currency = 'KZT' THEN 'KZ'
      WHEN p.currency = 'AED' THEN 'AE'
      ELSE p.currency
    END AS country,
    p.method,
    p.currency,
    0 AS orders,
    0 AS order_value,
    p.amount AS captured,
    0 AS refunds,
    IF(p.currency <=> o.currency, p.amount, 0) AS timing,
    IF(p.currency <=> o.currency, 0, p.amount) AS payment_without_order,
    0 AS order_without_payment,
    0 AS unpaid,
    0 AS overpaid,
    0 AS changed_after_payment,
    0 AS unexplained
  FROM silver.payments AS p
  LEFT JOIN silver.orders AS o ON o.order_id = p.order_id
  WHERE p.status = 'captured' AND NOT (p.currency <=> o.currency AND p.business_date <=> o.business_date)
  UNION ALL
  SELECT
    business_date,
    country,
    COALESCE(method, 'none') AS method,
    currency,
    0 AS orders,
    0 AS order_value,
    0 AS captured,
    refunds,
    0 AS timing,
    0 AS payment_without_order,
    0 AS order_without_payment,
    0 AS unpaid,
    0 AS overpaid,
    0 AS changed_after_payment,
    0 AS unexplained
  FROM silver.bookings
  WHERE entry = 'refund'
)

SELECT
  business_date,
  country,
  method,
  currency,
  SUM(orders) AS orders,
  CAST(SUM(order_value) AS DECIMAL(18, 2)) AS order_value,
  CAST(SUM(captured) AS DECIMAL(18, 2)) AS captured,
  CAST(SUM(refunds) AS DECIMAL(18, 2)) AS refunds,
  CAST(SUM(captured) - SUM(order_value) AS DECIMAL(18, 2)) AS difference,
  CAST(SUM(timing) AS DECIMAL(18, 2)) AS timing,
  CAST(SUM(payment_without_order) AS DECIMAL(18, 2)) AS payment_without_order,
  CAST(SUM(order_without_payment) AS DECIMAL(18, 2)) AS order_without_payment,
  CAST(SUM(unpaid) AS DECIMAL(18, 2)) AS unpaid,
  CAST(SUM(overpaid) AS DECIMAL(18, 2)) AS overpaid,
  CAST(SUM(changed_after_payment) AS DECIMAL(18, 2)) AS changed_after_payment,
  CAST(SUM(unexplained) AS DECIMAL(18, 2)) AS unexplained,
  CAST(SUM(ABS(unexplained)) AS DECIMAL(18, 2)) AS unexplained_absolute
FROM entries
GROUP BY business_date, country, method, currency
