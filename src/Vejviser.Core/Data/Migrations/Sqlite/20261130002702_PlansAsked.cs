using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlansAsked : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_plan_of_household",
                table: "plan");

            migrationBuilder.DropIndex(
                name: "ix_person_household_id",
                table: "person");

            migrationBuilder.DropIndex(
                name: "ix_household_case_worker_id",
                table: "household");

            migrationBuilder.DropIndex(
                name: "ix_household_contact_person_id",
                table: "household");

            migrationBuilder.CreateIndex(
                name: "ix_plan_anchor_plan_id_name_date",
                table: "plan_anchor",
                columns: new[] { "plan_id", "name", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_of_household",
                table: "plan",
                columns: new[] { "household_id", "practice", "state", "practice_version_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_of_household",
                table: "person",
                columns: new[] { "household_id", "merged_into_id", "role", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_household_case_worker_id_id",
                table: "household",
                columns: new[] { "case_worker_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_household_contact_person_id_id",
                table: "household",
                columns: new[] { "contact_person_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_plan_anchor_plan_id_name_date",
                table: "plan_anchor");

            migrationBuilder.DropIndex(
                name: "ix_plan_of_household",
                table: "plan");

            migrationBuilder.DropIndex(
                name: "ix_person_of_household",
                table: "person");

            migrationBuilder.DropIndex(
                name: "ix_household_case_worker_id_id",
                table: "household");

            migrationBuilder.DropIndex(
                name: "ix_household_contact_person_id_id",
                table: "household");

            migrationBuilder.CreateIndex(
                name: "ix_plan_of_household",
                table: "plan",
                columns: new[] { "household_id", "practice", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_person_household_id",
                table: "person",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_case_worker_id",
                table: "household",
                column: "case_worker_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_contact_person_id",
                table: "household",
                column: "contact_person_id");
        }
    }
}
