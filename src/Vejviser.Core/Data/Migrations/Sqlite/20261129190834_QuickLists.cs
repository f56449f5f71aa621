using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class QuickLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_plan_practice_state",
                table: "plan");

            migrationBuilder.DropIndex(
                name: "ix_offer_offered_by",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "ix_household_access_account_id",
                table: "household_access");

            migrationBuilder.DropIndex(
                name: "ix_household_access_unit_id",
                table: "household_access");

            migrationBuilder.CreateIndex(
                name: "ix_plan_practice_state_started_at_id",
                table: "plan",
                columns: new[] { "practice", "state", "started_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_of_person",
                table: "offer",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_offer_open_by",
                table: "offer",
                columns: new[] { "offered_by", "remind_on", "offered_on", "id" },
                filter: "answer IN (0, 3) OR (answer = 1 AND plan_id IS NULL)");

            migrationBuilder.CreateIndex(
                name: "ix_offer_open_of_household",
                table: "offer",
                columns: new[] { "household_id", "remind_on", "offered_on", "offered_by", "id" },
                filter: "answer IN (0, 3) OR (answer = 1 AND plan_id IS NULL)");

            migrationBuilder.CreateIndex(
                name: "ix_household_access_account_id_household_id",
                table: "household_access",
                columns: new[] { "account_id", "household_id" });

            migrationBuilder.CreateIndex(
                name: "ix_household_access_unit_id_household_id",
                table: "household_access",
                columns: new[] { "unit_id", "household_id" });

            // In the order in which households are expected; an index of an expression is none that the model can tell of.
            migrationBuilder.Sql("CREATE INDEX ix_household_expected ON household ((COALESCE(arrival_date, takeover_date)), id) WHERE NOT has_arrived");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_household_expected");

            migrationBuilder.DropIndex(
                name: "ix_plan_practice_state_started_at_id",
                table: "plan");

            migrationBuilder.DropIndex(
                name: "ix_offer_of_person",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "ix_offer_open_by",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "ix_offer_open_of_household",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "ix_household_access_account_id_household_id",
                table: "household_access");

            migrationBuilder.DropIndex(
                name: "ix_household_access_unit_id_household_id",
                table: "household_access");

            migrationBuilder.CreateIndex(
                name: "ix_plan_practice_state",
                table: "plan",
                columns: new[] { "practice", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_offered_by",
                table: "offer",
                column: "offered_by");

            migrationBuilder.CreateIndex(
                name: "ix_household_access_account_id",
                table: "household_access",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_access_unit_id",
                table: "household_access",
                column: "unit_id");
        }
    }
}
