using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rollout.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Beginning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "checkpoints",
                columns: table => new
                {
                    programme = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    board = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_checkpoints", x => new { x.programme, x.day });
                });

            migrationBuilder.CreateTable(
                name: "contents",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    removed_because = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contents", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "first_passes",
                columns: table => new
                {
                    target_id = table.Column<long>(type: "INTEGER", nullable: false),
                    probe = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_first_passes", x => new { x.target_id, x.probe });
                });

            migrationBuilder.CreateTable(
                name: "ledger",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    programme = table.Column<string>(type: "TEXT", nullable: false),
                    participant = table.Column<string>(type: "TEXT", nullable: false),
                    phase = table.Column<string>(type: "TEXT", nullable: true),
                    step = table.Column<string>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    fields = table.Column<string>(type: "TEXT", nullable: false),
                    actor_kind = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    actor_agency = table.Column<string>(type: "TEXT", nullable: true),
                    actor_participant = table.Column<string>(type: "TEXT", nullable: true),
                    actor_office = table.Column<string>(type: "TEXT", nullable: true),
                    note_hash = table.Column<string>(type: "TEXT", nullable: true),
                    previous_hash = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "samples",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    target_id = table.Column<long>(type: "INTEGER", nullable: false),
                    probe = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    fault_owner = table.Column<string>(type: "TEXT", nullable: true),
                    fault_code = table.Column<string>(type: "TEXT", nullable: true),
                    fault_detail = table.Column<string>(type: "TEXT", nullable: true),
                    name_ms = table.Column<double>(type: "REAL", nullable: true),
                    connect_ms = table.Column<double>(type: "REAL", nullable: true),
                    tls_ms = table.Column<double>(type: "REAL", nullable: true),
                    first_byte_ms = table.Column<double>(type: "REAL", nullable: true),
                    total_ms = table.Column<double>(type: "REAL", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    certificate_ends = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_samples", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "targets",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    programme = table.Column<string>(type: "TEXT", nullable: false),
                    participant = table.Column<string>(type: "TEXT", nullable: false),
                    phase = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_targets", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_hash",
                table: "api_keys",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ledger_late",
                table: "ledger",
                columns: new[] { "programme", "seq" },
                filter: "recorded_at > at");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_programme_at",
                table: "ledger",
                columns: new[] { "programme", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_programme_participant_phase_step",
                table: "ledger",
                columns: new[] { "programme", "participant", "phase", "step" });

            migrationBuilder.CreateIndex(
                name: "IX_samples_target_id_id",
                table: "samples",
                columns: new[] { "target_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_targets_programme_participant_phase_role",
                table: "targets",
                columns: new[] { "programme", "participant", "phase", "role" },
                unique: true);

            // The ledger is append-only whoever writes: no change, no removal, no gap, no entry that does not stand behind the last one.
            migrationBuilder.Sql("""
                CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'ledger: entries are never changed'); END;
                CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'ledger: entries are never removed'); END;
                CREATE TRIGGER ledger_chain BEFORE INSERT ON ledger
                WHEN NEW.seq <> coalesce((SELECT max(seq) FROM ledger), 0) + 1
                  OR (NEW.seq > 1 AND NEW.previous_hash <> (SELECT hash FROM ledger WHERE seq = NEW.seq - 1))
                BEGIN SELECT RAISE(ABORT, 'ledger: an entry must stand behind the last one'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "checkpoints");

            migrationBuilder.DropTable(
                name: "contents");

            migrationBuilder.DropTable(
                name: "first_passes");

            migrationBuilder.DropTable(
                name: "ledger");

            migrationBuilder.DropTable(
                name: "samples");

            migrationBuilder.DropTable(
                name: "targets");
        }
    }
}
