using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TeamAndDialogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "answer_by",
                table: "person_question",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "logged_by",
                table: "person_question",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "meeting_id",
                table: "person_question",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "plan_id",
                table: "meeting_participant",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "role",
                table: "meeting_participant",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "unit_id",
                table: "meeting_participant",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "group_language",
                table: "meeting",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kept_key",
                table: "meeting",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "practice",
                table: "meeting",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "contact_since",
                table: "household",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "coordination_point",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    practice = table.Column<string>(type: "text", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    raised_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    raised_by = table.Column<Guid>(type: "uuid", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coordination_point", x => x.id);
                    table.ForeignKey(
                        name: "fk_coordination_point_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_coordination_point_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_coordination_point_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "household_contact",
                columns: table => new
                {
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    about = table.Column<string>(type: "text", nullable: true),
                    since = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_contact", x => new { x.household_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_household_contact_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_household_contact_household_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "partner_agreement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    practice = table.Column<string>(type: "text", nullable: false),
                    partner = table.Column<string>(type: "text", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reread_on = table.Column<DateOnly>(type: "date", nullable: true),
                    contact = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner_agreement", x => x.id);
                    table.ForeignKey(
                        name: "fk_partner_agreement_partner_organisations_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "survey_answer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    practice = table.Column<string>(type: "text", nullable: false),
                    survey = table.Column<string>(type: "text", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_answer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "survey_reply",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    survey = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_reply", x => new { x.plan_id, x.survey });
                    table.ForeignKey(
                        name: "fk_survey_reply_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_person_question_meeting_id",
                table: "person_question",
                column: "meeting_id",
                filter: "meeting_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_participant_plan_id",
                table: "meeting_participant",
                column: "plan_id",
                filter: "plan_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_participant_unit_id_meeting_id",
                table: "meeting_participant",
                columns: new[] { "unit_id", "meeting_id" },
                unique: true,
                filter: "unit_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_kept_key",
                table: "meeting",
                column: "kept_key",
                unique: true,
                filter: "kept_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_practice_day",
                table: "meeting",
                columns: new[] { "practice", "day" },
                filter: "practice IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_coordination_point_household_id",
                table: "coordination_point",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_coordination_point_meeting_id",
                table: "coordination_point",
                column: "meeting_id",
                filter: "meeting_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_coordination_point_plan_id",
                table: "coordination_point",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_coordination_point_practice",
                table: "coordination_point",
                column: "practice",
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_household_contact_account_id",
                table: "household_contact",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_partner_agreement_partner_id",
                table: "partner_agreement",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_partner_agreement_practice_partner",
                table: "partner_agreement",
                columns: new[] { "practice", "partner" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_survey_answer_practice_survey_month",
                table: "survey_answer",
                columns: new[] { "practice", "survey", "month" });

            migrationBuilder.AddForeignKey(
                name: "fk_meeting_participant_plans_plan_id",
                table: "meeting_participant",
                column: "plan_id",
                principalTable: "plan",
                principalColumn: "id");

            migrationBuilder.AddForeignKey(
                name: "fk_meeting_participant_units_unit_id",
                table: "meeting_participant",
                column: "unit_id",
                principalTable: "unit",
                principalColumn: "id");

            migrationBuilder.AddForeignKey(
                name: "fk_person_question_meeting_meeting_id",
                table: "person_question",
                column: "meeting_id",
                principalTable: "meeting",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_meeting_participant_plans_plan_id",
                table: "meeting_participant");

            migrationBuilder.DropForeignKey(
                name: "fk_meeting_participant_units_unit_id",
                table: "meeting_participant");

            migrationBuilder.DropForeignKey(
                name: "fk_person_question_meeting_meeting_id",
                table: "person_question");

            migrationBuilder.DropTable(
                name: "coordination_point");

            migrationBuilder.DropTable(
                name: "household_contact");

            migrationBuilder.DropTable(
                name: "partner_agreement");

            migrationBuilder.DropTable(
                name: "survey_answer");

            migrationBuilder.DropTable(
                name: "survey_reply");

            migrationBuilder.DropIndex(
                name: "ix_person_question_meeting_id",
                table: "person_question");

            migrationBuilder.DropIndex(
                name: "ix_meeting_participant_plan_id",
                table: "meeting_participant");

            migrationBuilder.DropIndex(
                name: "ix_meeting_participant_unit_id_meeting_id",
                table: "meeting_participant");

            migrationBuilder.DropIndex(
                name: "ix_meeting_kept_key",
                table: "meeting");

            migrationBuilder.DropIndex(
                name: "ix_meeting_practice_day",
                table: "meeting");

            migrationBuilder.DropColumn(
                name: "answer_by",
                table: "person_question");

            migrationBuilder.DropColumn(
                name: "logged_by",
                table: "person_question");

            migrationBuilder.DropColumn(
                name: "meeting_id",
                table: "person_question");

            migrationBuilder.DropColumn(
                name: "plan_id",
                table: "meeting_participant");

            migrationBuilder.DropColumn(
                name: "role",
                table: "meeting_participant");

            migrationBuilder.DropColumn(
                name: "unit_id",
                table: "meeting_participant");

            migrationBuilder.DropColumn(
                name: "group_language",
                table: "meeting");

            migrationBuilder.DropColumn(
                name: "kept_key",
                table: "meeting");

            migrationBuilder.DropColumn(
                name: "practice",
                table: "meeting");

            migrationBuilder.DropColumn(
                name: "contact_since",
                table: "household");
        }
    }
}
