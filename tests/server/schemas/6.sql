PRAGMA application_id = 1349478771;
PRAGMA user_version = 6;
BEGIN TRANSACTION;
CREATE TABLE accounts (
	id CHAR(32) NOT NULL, 
	created_at BIGINT NOT NULL, 
	revision INTEGER NOT NULL, 
	CONSTRAINT pk_accounts PRIMARY KEY (id)
);
INSERT INTO "accounts" VALUES('01890000000070008000000000000000',1764000000000000,7);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0006');
CREATE TABLE aliases (
	owner CHAR(32) NOT NULL, 
	folded VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	company_id CHAR(32) NOT NULL, 
	CONSTRAINT pk_aliases PRIMARY KEY (owner, folded), 
	CONSTRAINT fk_aliases_accounts FOREIGN KEY(owner) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT fk_aliases_companies FOREIGN KEY(owner, company_id) REFERENCES companies (owner, id) ON DELETE CASCADE
);
INSERT INTO "aliases" VALUES('01890000000070008000000000000000','ost','OST','01890000000070008000000000000001');
CREATE TABLE applications (
	owner CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	company_id CHAR(32) NOT NULL, 
	role VARCHAR, 
	applied_on DATE, 
	slow_process BOOLEAN NOT NULL, 
	outcome VARCHAR(16), 
	outcome_at BIGINT, 
	version INTEGER NOT NULL, 
	made_from VARCHAR(64), archived BOOLEAN DEFAULT 0 NOT NULL, notes VARCHAR, 
	CONSTRAINT pk_applications PRIMARY KEY (owner, id), 
	CONSTRAINT fk_applications_companies FOREIGN KEY(owner, company_id) REFERENCES companies (owner, id) ON DELETE CASCADE, 
	CONSTRAINT fk_applications_accounts FOREIGN KEY(owner) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "applications" VALUES('01890000000070008000000000000000','01890000000070008000000000000003','01890000000070008000000000000001','Gartner','2026-02-10',1,'offer',1772700000000000,3,NULL,1,'line
one');
INSERT INTO "applications" VALUES('01890000000070008000000000000000','01890000000070008000000000000004','01890000000070008000000000000002',NULL,NULL,0,NULL,NULL,1,'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',0,NULL);
CREATE TABLE browsers (
	owner CHAR(32) NOT NULL, 
	keyid VARCHAR(32) NOT NULL, 
	name VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	secret BLOB NOT NULL, 
	created_at BIGINT NOT NULL, label VARCHAR, 
	CONSTRAINT pk_browsers PRIMARY KEY (owner, keyid), 
	CONSTRAINT fk_browsers_accounts FOREIGN KEY(owner) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "browsers" VALUES('01890000000070008000000000000000','k1','Firefox','moz-extension://0b0e1c1a-4f5e-4c0a-9d3c-2f4a5b6c7d8e',X'0101010101010101010101010101010101010101010101010101010101010101',1764000000000000,'at home');
CREATE TABLE calendar_entries (
	owner CHAR(32) NOT NULL, 
	mark VARCHAR(64) NOT NULL, 
	application_id CHAR(32) NOT NULL, 
	interview_id CHAR(32), 
	sequence INTEGER NOT NULL, 
	stamp BIGINT NOT NULL, 
	CONSTRAINT pk_calendar_entries PRIMARY KEY (owner, mark), 
	CONSTRAINT fk_calendar_entries_accounts FOREIGN KEY(owner) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT fk_calendar_entries_applications FOREIGN KEY(owner, application_id) REFERENCES applications (owner, id) ON DELETE CASCADE
);
INSERT INTO "calendar_entries" VALUES('01890000000070008000000000000000','mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm','01890000000070008000000000000004','01890000000070008000000000000005',2,1772600000000000);
CREATE TABLE changes (
	owner CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	at BIGINT NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	names JSON NOT NULL, 
	undone BOOLEAN NOT NULL, 
	undoes CHAR(32), 
	rows JSON NOT NULL, 
	CONSTRAINT pk_changes PRIMARY KEY (owner, id), 
	CONSTRAINT fk_changes_accounts FOREIGN KEY(owner) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE TABLE choices (
	owner CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	at BIGINT NOT NULL, 
	choice VARCHAR(16) NOT NULL, 
	action VARCHAR(16) NOT NULL, 
	site VARCHAR(16) NOT NULL, 
	verdict VARCHAR(16) NOT NULL, 
	rule VARCHAR, 
	person CHAR(32), 
	CONSTRAINT pk_choices PRIMARY KEY (owner, id), 
	CONSTRAINT fk_choices_accounts FOREIGN KEY(owner) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "choices" VALUES('01890000000070008000000000000000','01890000000070008000000000000008',1772650000000000,'sent_anyway','connect','linkedin','hold','connect-before-decision','01890000000070008000000000000006');
CREATE TABLE companies (
	owner CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	name VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	CONSTRAINT pk_companies PRIMARY KEY (owner, id), 
	CONSTRAINT fk_companies_accounts FOREIGN KEY(owner) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "companies" VALUES('01890000000070008000000000000000','01890000000070008000000000000001','Øst & "Vest" AS','øst & "vest" as');
INSERT INTO "companies" VALUES('01890000000070008000000000000000','01890000000070008000000000000002','Robert''); DROP TABLE companies;--','robert''); drop table companies;--');
CREATE TABLE drafts (
	owner CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	made_from VARCHAR(64), 
	interviewer_id CHAR(32) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	language VARCHAR(8) NOT NULL, 
	subject VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	sent_at BIGINT, 
	CONSTRAINT pk_drafts PRIMARY KEY (owner, id), 
	CONSTRAINT fk_drafts_accounts FOREIGN KEY(owner) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT fk_drafts_interviewers FOREIGN KEY(owner, interviewer_id) REFERENCES interviewers (owner, id) ON DELETE CASCADE
);
INSERT INTO "drafts" VALUES('01890000000070008000000000000000','01890000000070008000000000000009',2,NULL,'01890000000070008000000000000006','thank_you','nb','Takk','Hei Zoë,

takk for praten.',NULL);
CREATE TABLE identities (
	owner CHAR(32) NOT NULL, 
	interviewer_id CHAR(32) NOT NULL, 
	value VARCHAR NOT NULL, 
	denied BOOLEAN NOT NULL, 
	CONSTRAINT pk_identities PRIMARY KEY (owner, interviewer_id, value), 
	CONSTRAINT fk_identities_interviewers FOREIGN KEY(owner, interviewer_id) REFERENCES interviewers (owner, id) ON DELETE CASCADE, 
	CONSTRAINT fk_identities_accounts FOREIGN KEY(owner) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "identities" VALUES('01890000000070008000000000000000','01890000000070008000000000000006','https://www.linkedin.com/in/zoe/',0);
INSERT INTO "identities" VALUES('01890000000070008000000000000000','01890000000070008000000000000006','linkedin:member:1',1);
CREATE TABLE interactions (
	owner CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	interviewer_id CHAR(32) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	channel VARCHAR(16), 
	at BIGINT NOT NULL, 
	version INTEGER NOT NULL, 
	made_from VARCHAR(64), 
	CONSTRAINT pk_interactions PRIMARY KEY (owner, id), 
	CONSTRAINT fk_interactions_interviewers FOREIGN KEY(owner, interviewer_id) REFERENCES interviewers (owner, id) ON DELETE CASCADE, 
	CONSTRAINT fk_interactions_accounts FOREIGN KEY(owner) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "interactions" VALUES('01890000000070008000000000000000','01890000000070008000000000000007','01890000000070008000000000000006','thank_you','email',1772650000000000,1,NULL);
CREATE TABLE interviewers (
	owner CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	name VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	headline VARCHAR, 
	trusted BOOLEAN NOT NULL, 
	reason VARCHAR, 
	earlier_contact VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	made_from VARCHAR(64), notes VARCHAR, 
	CONSTRAINT pk_interviewers PRIMARY KEY (owner, id), 
	CONSTRAINT fk_interviewers_accounts FOREIGN KEY(owner) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "interviewers" VALUES('01890000000070008000000000000000','01890000000070008000000000000006','Zoë 李 👩‍💻, PhD','zoë 李 👩💻','',1,'%s _ %','email linkedin',2,NULL,'=1+1');
CREATE TABLE interviews (
	owner CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	application_id CHAR(32) NOT NULL, 
	starts BIGINT NOT NULL, 
	ends BIGINT NOT NULL, 
	zone VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_interviews PRIMARY KEY (owner, id), 
	CONSTRAINT fk_interviews_applications FOREIGN KEY(owner, application_id) REFERENCES applications (owner, id) ON DELETE CASCADE, 
	CONSTRAINT fk_interviews_accounts FOREIGN KEY(owner) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "interviews" VALUES('01890000000070008000000000000000','01890000000070008000000000000005','01890000000070008000000000000004',1772600000123456,1772603600000000,'Europe/Oslo');
CREATE TABLE pages (
	owner CHAR(32) NOT NULL, 
	value VARCHAR NOT NULL, 
	company_id CHAR(32) NOT NULL, 
	CONSTRAINT pk_pages PRIMARY KEY (owner, value), 
	CONSTRAINT fk_pages_companies FOREIGN KEY(owner, company_id) REFERENCES companies (owner, id) ON DELETE CASCADE, 
	CONSTRAINT fk_pages_accounts FOREIGN KEY(owner) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "pages" VALUES('01890000000070008000000000000000','https://www.facebook.com/ost','01890000000070008000000000000001');
CREATE TABLE parts (
	owner CHAR(32) NOT NULL, 
	application_id CHAR(32) NOT NULL, 
	interviewer_id CHAR(32) NOT NULL, 
	part VARCHAR(16) NOT NULL, 
	CONSTRAINT pk_parts PRIMARY KEY (owner, application_id, interviewer_id), 
	CONSTRAINT fk_parts_applications FOREIGN KEY(owner, application_id) REFERENCES applications (owner, id) ON DELETE CASCADE, 
	CONSTRAINT fk_parts_interviewers FOREIGN KEY(owner, interviewer_id) REFERENCES interviewers (owner, id) ON DELETE CASCADE, 
	CONSTRAINT fk_parts_accounts FOREIGN KEY(owner) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "parts" VALUES('01890000000070008000000000000000','01890000000070008000000000000004','01890000000070008000000000000006','interviewer');
CREATE TABLE settings (
	owner CHAR(32) NOT NULL, 
	name VARCHAR(32) NOT NULL, 
	value JSON NOT NULL, 
	CONSTRAINT pk_settings PRIMARY KEY (owner, name), 
	CONSTRAINT fk_settings_accounts FOREIGN KEY(owner) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "settings" VALUES('01890000000070008000000000000000','language','"nb"');
CREATE UNIQUE INDEX ix_companies_owner_folded ON companies (owner, folded);
CREATE INDEX ix_interviewers_owner_folded ON interviewers (owner, folded);
CREATE INDEX ix_identities_owner_value ON identities (owner, value);
CREATE INDEX ix_interactions_owner_interviewer_id ON interactions (owner, interviewer_id);
CREATE INDEX ix_applications_owner_company_id ON applications (owner, company_id);
CREATE INDEX ix_pages_owner_company_id ON pages (owner, company_id);
CREATE INDEX ix_interviews_owner_application_id ON interviews (owner, application_id);
CREATE INDEX ix_parts_owner_interviewer_id ON parts (owner, interviewer_id);
CREATE INDEX ix_calendar_entries_owner_application_id ON calendar_entries (owner, application_id);
CREATE INDEX ix_aliases_owner_company_id ON aliases (owner, company_id);
CREATE INDEX ix_drafts_owner_interviewer_id ON drafts (owner, interviewer_id);
COMMIT;
