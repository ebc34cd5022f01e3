-- One row per UTC day, partner, warehouse and product that was counted on the day.
SELECT
  taken_on,
  partner,
  warehouse,
  product_id,
  COUNT(*) AS counts,
  MAX(taken_at) AS taken_at,
  MAX_BY(on_hand, taken_at) AS on_hand,
  MAX_BY(reserved, taken_at) AS reserved
FROM silver.inventory
GROUP BY taken_on, partner, warehouse, product_id
