using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rollout.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ProgrammeVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "programme_versions",
                columns: table => new
                {
                    programme = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_versions", x => new { x.programme, x.number });
                });

            // What was served is never told otherwise: a version is kept once and for all.
            migrationBuilder.Sql("""
                CREATE TRIGGER programme_versions_no_update BEFORE UPDATE ON programme_versions FOR EACH ROW EXECUTE FUNCTION refuse_change('programmes: versions are never changed');
                CREATE TRIGGER programme_versions_no_delete BEFORE DELETE ON programme_versions FOR EACH ROW EXECUTE FUNCTION refuse_change('programmes: versions are never removed');
                CREATE TRIGGER programme_versions_no_truncate BEFORE TRUNCATE ON programme_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('programmes: versions are never removed');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "programme_versions");
        }
    }
}
