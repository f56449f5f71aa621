using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Practices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_plan_household_id_practice",
                table: "plan");

            migrationBuilder.AddColumn<string>(
                name: "end_note",
                table: "plan",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "end_reason",
                table: "plan",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "moved_on_to",
                table: "plan",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "paused_on",
                table: "plan",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "paused_until",
                table: "plan",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                table: "plan",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "seat",
                table: "plan",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "source",
                table: "plan",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "source_id",
                table: "plan",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "state",
                table: "plan",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "asylum_phase",
                table: "person",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "danish_track",
                table: "person",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "measure_result",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    measure = table.Column<string>(type: "TEXT", nullable: false),
                    numerator = table.Column<int>(type: "INTEGER", nullable: false),
                    denominator = table.Column<int>(type: "INTEGER", nullable: true),
                    counted_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure_result", x => new { x.practice, x.measure });
                });

            migrationBuilder.CreateTable(
                name: "offer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    household_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    offered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    offered_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    answer = table.Column<int>(type: "INTEGER", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    remind_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer", x => x.id);
                    table.ForeignKey(
                        name: "fk_offer_asp_net_users_offered_by",
                        column: x => x.offered_by,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_offer_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_offer_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "own_practice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    structure = table.Column<string>(type: "TEXT", nullable: false),
                    texts = table.Column<string>(type: "TEXT", nullable: false),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_own_practice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_answer",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    is_yes = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_account_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_answer", x => new { x.person_id, x.question });
                    table.ForeignKey(
                        name: "fk_person_answer_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_outcome",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    is_yes = table.Column<bool>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by_account_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_outcome", x => new { x.plan_id, x.outcome });
                    table.ForeignKey(
                        name: "fk_plan_outcome_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "practice_setup_tick",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_practice_setup_tick", x => new { x.practice, x.item });
                });

            migrationBuilder.CreateIndex(
                name: "ix_plan_household_id_practice",
                table: "plan",
                columns: new[] { "household_id", "practice" },
                unique: true,
                filter: "ended_at IS NULL AND person_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_plan_of_household",
                table: "plan",
                columns: new[] { "household_id", "practice", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_of_person",
                table: "plan",
                columns: new[] { "person_id", "practice", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_person_id_practice",
                table: "plan",
                columns: new[] { "person_id", "practice" },
                unique: true,
                filter: "ended_at IS NULL AND person_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_plan_practice_seat",
                table: "plan",
                columns: new[] { "practice", "seat" },
                unique: true,
                filter: "ended_at IS NULL AND seat IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_plan_practice_state",
                table: "plan",
                columns: new[] { "practice", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_by_practice_and_household",
                table: "offer",
                columns: new[] { "practice", "household_id" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_by_practice_and_person",
                table: "offer",
                columns: new[] { "practice", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_household_id_practice",
                table: "offer",
                columns: new[] { "household_id", "practice" },
                unique: true,
                filter: "answer = 0 AND person_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_offer_of_household",
                table: "offer",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_offer_offered_by",
                table: "offer",
                column: "offered_by");

            migrationBuilder.CreateIndex(
                name: "ix_offer_person_id_practice",
                table: "offer",
                columns: new[] { "person_id", "practice" },
                unique: true,
                filter: "answer = 0 AND person_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_offer_remind_on",
                table: "offer",
                column: "remind_on",
                filter: "remind_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_own_practice_practice_version",
                table: "own_practice",
                columns: new[] { "practice", "version" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_plan_people_person_id",
                table: "plan",
                column: "person_id",
                principalTable: "person",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_plan_people_person_id",
                table: "plan");

            migrationBuilder.DropTable(
                name: "measure_result");

            migrationBuilder.DropTable(
                name: "offer");

            migrationBuilder.DropTable(
                name: "own_practice");

            migrationBuilder.DropTable(
                name: "person_answer");

            migrationBuilder.DropTable(
                name: "plan_outcome");

            migrationBuilder.DropTable(
                name: "practice_setup_tick");

            migrationBuilder.DropIndex(
                name: "ix_plan_household_id_practice",
                table: "plan");

            migrationBuilder.DropIndex(
                name: "ix_plan_of_household",
                table: "plan");

            migrationBuilder.DropIndex(
                name: "ix_plan_of_person",
                table: "plan");

            migrationBuilder.DropIndex(
                name: "ix_plan_person_id_practice",
                table: "plan");

            migrationBuilder.DropIndex(
                name: "ix_plan_practice_seat",
                table: "plan");

            migrationBuilder.DropIndex(
                name: "ix_plan_practice_state",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "end_note",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "end_reason",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "moved_on_to",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "paused_on",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "paused_until",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "seat",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "source",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "source_id",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "state",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "asylum_phase",
                table: "person");

            migrationBuilder.DropColumn(
                name: "danish_track",
                table: "person");

            migrationBuilder.CreateIndex(
                name: "ix_plan_household_id_practice",
                table: "plan",
                columns: new[] { "household_id", "practice" },
                unique: true,
                filter: "ended_at IS NULL");
        }
    }
}
