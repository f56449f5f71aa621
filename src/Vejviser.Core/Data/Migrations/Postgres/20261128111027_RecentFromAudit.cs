using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RecentFromAudit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "recent_person");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_opened",
                table: "audit_entry",
                columns: new[] { "actor_id", "seq" },
                filter: "entity = 'person' AND action LIKE '%.read'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_audit_entry_opened",
                table: "audit_entry");

            migrationBuilder.CreateTable(
                name: "recent_person",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recent_person", x => new { x.account_id, x.person_id });
                });
        }
    }
}
