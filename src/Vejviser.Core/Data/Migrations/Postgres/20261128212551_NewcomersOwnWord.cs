using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class NewcomersOwnWord : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_host_access_host_id",
                table: "host_access");

            migrationBuilder.AddColumn<bool>(
                name: "stays_on",
                table: "host_match",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "ix_host_access_host_id",
                table: "host_access",
                column: "host_id",
                unique: true,
                filter: "revoked_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_host_access_host_id",
                table: "host_access");

            migrationBuilder.DropColumn(
                name: "stays_on",
                table: "host_match");

            migrationBuilder.CreateIndex(
                name: "ix_host_access_host_id",
                table: "host_access",
                column: "host_id");
        }
    }
}
