using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Seats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "seat",
                table: "plan",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_practice_seat",
                table: "plan",
                columns: new[] { "practice", "seat" },
                unique: true,
                filter: "ended_at IS NULL AND seat IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_plan_practice_seat",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "seat",
                table: "plan");
        }
    }
}
