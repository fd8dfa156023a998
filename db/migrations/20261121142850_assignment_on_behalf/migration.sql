-- 6.3 on the customer's word: staff record the request, the answer is the same.
GRANT UPDATE (assignment_refused_on) ON contracts TO market_staff, market_system;
