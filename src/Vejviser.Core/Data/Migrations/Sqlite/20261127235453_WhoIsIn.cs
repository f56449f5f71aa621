using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WhoIsIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_plan_of_household",
                table: "plan");

            migrationBuilder.CreateIndex(
                name: "ix_plan_of_household",
                table: "plan",
                columns: new[] { "household_id", "practice", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_of_person",
                table: "plan",
                columns: new[] { "person_id", "practice", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_plan_of_household",
                table: "plan");

            migrationBuilder.DropIndex(
                name: "ix_plan_of_person",
                table: "plan");

            migrationBuilder.CreateIndex(
                name: "ix_plan_of_household",
                table: "plan",
                column: "household_id");
        }
    }
}
