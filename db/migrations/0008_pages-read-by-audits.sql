ALTER TABLE `audits` ADD `pages_read` integer;--> statement-breakpoint
UPDATE `audits` SET `pages_read` = (
	SELECT count(*) FROM json_each(`result`, '$.pages') AS page WHERE json_extract(page.value, '$.state') = 'audited'
) WHERE `status` = 'done' AND `result` IS NOT NULL;
