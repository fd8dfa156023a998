-- Law 57-З art. 10 p. 2: a primary document is written in Russian or Belarusian. The party chooses, its papers keep the choice.
ALTER TABLE "parties" ADD CONSTRAINT "parties_paper_language_known" CHECK ("paper_language" IN ('ru', 'be'));
--> statement-breakpoint
GRANT UPDATE (paper_language) ON parties TO market_customer, market_staff;
