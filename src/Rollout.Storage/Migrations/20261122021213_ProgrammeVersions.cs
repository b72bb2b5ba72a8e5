using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rollout.Storage.Migrations
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
                    programme = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_versions", x => new { x.programme, x.number });
                });

            // What was served is never told otherwise: a version is kept once and for all.
            migrationBuilder.Sql("""
                CREATE TRIGGER programme_versions_no_update BEFORE UPDATE ON programme_versions BEGIN SELECT RAISE(ABORT, 'programmes: versions are never changed'); END;
                CREATE TRIGGER programme_versions_no_delete BEFORE DELETE ON programme_versions BEGIN SELECT RAISE(ABORT, 'programmes: versions are never removed'); END;
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
