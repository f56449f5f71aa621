using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Speed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_plan_task_plan_id",
                table: "plan_task");

            migrationBuilder.DropIndex(
                name: "ix_person_merged_into_id",
                table: "person");

            migrationBuilder.DropIndex(
                name: "ix_person_search_name",
                table: "person");

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_plan_id_phase",
                table: "plan_task",
                columns: new[] { "plan_id", "phase" });

            migrationBuilder.CreateIndex(
                name: "ix_person_names",
                table: "person",
                columns: new[] { "search_name", "merged_into_id", "household_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_names_before",
                table: "person",
                columns: new[] { "merged_into_id", "search_name" },
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_household_coming",
                table: "household",
                columns: new[] { "arrival_date", "takeover_date" },
                filter: "NOT has_arrived");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_plan_task_plan_id_phase",
                table: "plan_task");

            migrationBuilder.DropIndex(
                name: "ix_person_names",
                table: "person");

            migrationBuilder.DropIndex(
                name: "ix_person_names_before",
                table: "person");

            migrationBuilder.DropIndex(
                name: "ix_household_coming",
                table: "household");

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_plan_id",
                table: "plan_task",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merged_into_id",
                table: "person",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_search_name",
                table: "person",
                column: "search_name");
        }
    }
}
