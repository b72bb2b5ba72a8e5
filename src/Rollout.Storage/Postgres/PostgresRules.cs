namespace Rollout.Storage.Postgres;

/// <summary>What PostgreSQL itself refuses and does: the same rules as SQLite's triggers, and one statement that appends.</summary>
internal static class PostgresRules
{
    /// <summary>The statements of the first migration.</summary>
    public const string Beginning = """
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation'; END $$;

        CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger FOR EACH ROW EXECUTE FUNCTION refuse_change('ledger: entries are never changed');
        CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger FOR EACH ROW EXECUTE FUNCTION refuse_change('ledger: entries are never removed');
        CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('ledger: entries are never removed');
        CREATE TRIGGER security_log_no_update BEFORE UPDATE ON security_log FOR EACH ROW EXECUTE FUNCTION refuse_change('security log: lines are never changed');
        CREATE TRIGGER publication_events_no_update BEFORE UPDATE ON publication_events FOR EACH ROW EXECUTE FUNCTION refuse_change('publications: events are never changed');
        CREATE TRIGGER publication_events_no_delete BEFORE DELETE ON publication_events FOR EACH ROW EXECUTE FUNCTION refuse_change('publications: events are never removed');
        CREATE TRIGGER publication_events_no_truncate BEFORE TRUNCATE ON publication_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('publications: events are never removed');
        CREATE TRIGGER publication_files_no_update BEFORE UPDATE ON publication_files FOR EACH ROW EXECUTE FUNCTION refuse_change('publications: files are never changed');
        CREATE TRIGGER publication_files_no_delete BEFORE DELETE ON publication_files FOR EACH ROW EXECUTE FUNCTION refuse_change('publications: files are never removed');
        CREATE TRIGGER publication_files_no_truncate BEFORE TRUNCATE ON publication_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('publications: files are never removed');

        CREATE FUNCTION ledger_stands_behind() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE last record;
        BEGIN
          SELECT seq, hash INTO last FROM ledger ORDER BY seq DESC LIMIT 1;
          IF NEW.seq <> coalesce(last.seq, 0) + 1 OR (NEW.seq > 1 AND NEW.previous_hash <> last.hash) THEN
            RAISE EXCEPTION 'ledger: an entry must stand behind the last one' USING ERRCODE = 'restrict_violation';
          END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER ledger_chain BEFORE INSERT ON ledger FOR EACH ROW EXECUTE FUNCTION ledger_stands_behind();

        CREATE FUNCTION publication_stands_behind() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE last record;
        BEGIN
          SELECT seq, hash INTO last FROM publication_events ORDER BY seq DESC LIMIT 1;
          IF NEW.seq <> coalesce(last.seq, 0) + 1 OR (NEW.seq > 1 AND NEW.previous_hash <> last.hash) THEN
            RAISE EXCEPTION 'publications: an event must stand behind the last one' USING ERRCODE = 'restrict_violation';
          END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER publication_events_chain BEFORE INSERT ON publication_events FOR EACH ROW EXECUTE FUNCTION publication_stands_behind();

        CREATE FUNCTION published_file_stays() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT 1 FROM publication_files WHERE hash = OLD.hash) THEN
            RAISE EXCEPTION 'publications: a file of an issued publication is never removed' USING ERRCODE = 'restrict_violation';
          END IF;
          IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER files_published_no_removal BEFORE UPDATE OF hash, removed_because ON files FOR EACH ROW
          WHEN (NEW.removed_because IS NOT NULL OR NEW.hash <> OLD.hash) EXECUTE FUNCTION published_file_stays();
        CREATE TRIGGER files_published_no_delete BEFORE DELETE ON files FOR EACH ROW EXECUTE FUNCTION published_file_stays();

        CREATE FUNCTION ledger_told() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('rollout_ledger', ''); RETURN NULL; END $$;
        CREATE TRIGGER ledger_told AFTER INSERT ON ledger FOR EACH STATEMENT EXECUTE FUNCTION ledger_told();
        CREATE TRIGGER publication_events_told AFTER INSERT ON publication_events FOR EACH STATEMENT EXECUTE FUNCTION ledger_told();

        -- All entries of a decision in one statement, under the lock whoever calls it, and only behind the head that the decision was made on.
        CREATE FUNCTION ledger_append(head bigint, entries json) RETURNS bigint LANGUAGE plpgsql AS $$
        DECLARE written bigint;
        BEGIN
          PERFORM pg_advisory_xact_lock(0, 1);
          IF coalesce((SELECT max(seq) FROM ledger), 0) <> head THEN
            RAISE EXCEPTION 'ledger: an entry must stand behind the last one' USING ERRCODE = 'serialization_failure';
          END IF;
          INSERT INTO ledger (seq, at, recorded_at, programme, participant, phase, step, kind, fields, actor_kind, actor_name, actor_agency, actor_participant, actor_office, note_hash, previous_hash, hash)
          SELECT seq, at, recorded_at, programme, participant, phase, step, kind, fields, actor_kind, actor_name, actor_agency, actor_participant, actor_office, note_hash, previous_hash, hash
          FROM json_to_recordset(entries) AS e (seq bigint, at bigint, recorded_at bigint, programme text, participant text, phase text, step text, kind text, fields text,
            actor_kind text, actor_name text, actor_agency text, actor_participant text, actor_office text, note_hash text, previous_hash text, hash text)
          ORDER BY seq;
          GET DIAGNOSTICS written = ROW_COUNT;
          RETURN head + written;
        END $$;

        CREATE INDEX ix_ledger_obstacles ON ledger (programme, seq)
          WHERE kind = 'status' AND (strpos(fields, '"to":"blocked"') > 0 OR strpos(fields, '"from":"blocked"') > 0);

        -- SQLite numbers its rows by itself.
        ALTER TABLE attachments ADD COLUMN written bigint GENERATED ALWAYS AS IDENTITY;

        -- Cookies of one node are read by all.
        CREATE TABLE protection_keys (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, xml text NOT NULL);
        """;
}
