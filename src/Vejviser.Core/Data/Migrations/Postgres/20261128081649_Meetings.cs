using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Meetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "room",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room", x => x.id);
                    table.ForeignKey(
                        name: "fk_room_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    starts_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    where = table.Column<int>(type: "integer", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: true),
                    link = table.Column<string>(type: "text", nullable: true),
                    household_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    practice_meeting = table.Column<string>(type: "text", nullable: true),
                    proposed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    series_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organiser_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    cancel_reason = table.Column<string>(type: "text", nullable: true),
                    minutes = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_meeting_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_meeting_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_meeting_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "room",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "agenda_point",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_point", x => x.id);
                    table.ForeignKey(
                        name: "fk_agenda_point_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_decision", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_decision_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meeting_decision_plan_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "plan_task",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_participant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<int>(type: "integer", nullable: false),
                    attendance = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_participant", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_participant_asp_net_users_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_meeting_participant_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meeting_participant_partner_organisations_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_meeting_participant_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "meeting_slot",
                columns: table => new
                {
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quarter = table.Column<int>(type: "integer", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_slot", x => new { x.subject_id, x.quarter });
                    table.ForeignKey(
                        name: "fk_meeting_slot_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agenda_point_meeting_id",
                table: "agenda_point",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_household_id",
                table: "meeting",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_person_id",
                table: "meeting",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_plan_id",
                table: "meeting",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_room_id_starts_at",
                table: "meeting",
                columns: new[] { "room_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_series_id",
                table: "meeting",
                column: "series_id",
                filter: "series_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_starts_at",
                table: "meeting",
                column: "starts_at");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_decision_meeting_id",
                table: "meeting_decision",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_decision_task_id",
                table: "meeting_decision",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_participant_account_id_meeting_id",
                table: "meeting_participant",
                columns: new[] { "account_id", "meeting_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_participant_meeting_id",
                table: "meeting_participant",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_participant_partner_id_meeting_id",
                table: "meeting_participant",
                columns: new[] { "partner_id", "meeting_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_participant_person_id_meeting_id",
                table: "meeting_participant",
                columns: new[] { "person_id", "meeting_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_slot_meeting_id",
                table: "meeting_slot",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_room_name",
                table: "room",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_room_unit_id",
                table: "room",
                column: "unit_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agenda_point");

            migrationBuilder.DropTable(
                name: "meeting_decision");

            migrationBuilder.DropTable(
                name: "meeting_participant");

            migrationBuilder.DropTable(
                name: "meeting_slot");

            migrationBuilder.DropTable(
                name: "meeting");

            migrationBuilder.DropTable(
                name: "room");
        }
    }
}
