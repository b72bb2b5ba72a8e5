using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rollout.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Publications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "publication_events",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    programme = table.Column<string>(type: "TEXT", nullable: false),
                    publication = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    fields = table.Column<string>(type: "TEXT", nullable: false),
                    actor_kind = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    actor_agency = table.Column<string>(type: "TEXT", nullable: true),
                    actor_office = table.Column<string>(type: "TEXT", nullable: true),
                    note_hash = table.Column<string>(type: "TEXT", nullable: true),
                    previous_hash = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publication_events", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "publication_files",
                columns: table => new
                {
                    publication = table.Column<long>(type: "INTEGER", nullable: false),
                    format = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publication_files", x => new { x.publication, x.format, x.hash });
                });

            migrationBuilder.CreateIndex(
                name: "IX_publication_files_hash",
                table: "publication_files",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_programme_participant",
                table: "ledger",
                columns: new[] { "programme", "participant" });

            // As the ledger: no change, no removal, no gap, nothing that does not stand behind the last; and what was issued stays, file by file.
            migrationBuilder.Sql("""
                CREATE TRIGGER publication_events_no_update BEFORE UPDATE ON publication_events BEGIN SELECT RAISE(ABORT, 'publications: events are never changed'); END;
                CREATE TRIGGER publication_events_no_delete BEFORE DELETE ON publication_events BEGIN SELECT RAISE(ABORT, 'publications: events are never removed'); END;
                CREATE TRIGGER publication_events_chain BEFORE INSERT ON publication_events
                WHEN NEW.seq <> coalesce((SELECT max(seq) FROM publication_events), 0) + 1
                  OR (NEW.seq > 1 AND NEW.previous_hash <> (SELECT hash FROM publication_events WHERE seq = NEW.seq - 1))
                BEGIN SELECT RAISE(ABORT, 'publications: an event must stand behind the last one'); END;
                CREATE TRIGGER publication_files_no_update BEFORE UPDATE ON publication_files BEGIN SELECT RAISE(ABORT, 'publications: files are never changed'); END;
                CREATE TRIGGER publication_files_no_delete BEFORE DELETE ON publication_files BEGIN SELECT RAISE(ABORT, 'publications: files are never removed'); END;
                CREATE TRIGGER files_published_no_removal BEFORE UPDATE OF hash, removed_because ON files
                WHEN (NEW.removed_because IS NOT NULL OR NEW.hash <> OLD.hash) AND EXISTS (SELECT 1 FROM publication_files WHERE hash = OLD.hash)
                BEGIN SELECT RAISE(ABORT, 'publications: a file of an issued publication is never removed'); END;
                CREATE TRIGGER files_published_no_delete BEFORE DELETE ON files
                WHEN EXISTS (SELECT 1 FROM publication_files WHERE hash = OLD.hash)
                BEGIN SELECT RAISE(ABORT, 'publications: a file of an issued publication is never removed'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_ledger_programme_participant", table: "ledger");

            migrationBuilder.DropTable(
                name: "publication_events");

            migrationBuilder.DropTable(
                name: "publication_files");
        }
    }
}
