using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Health : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "care_district",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_district", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "group_time",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    weekday = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_time", x => x.id);
                    table.ForeignKey(
                        name: "fk_group_time_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "room",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "group_trainer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: false),
                    other_language = table.Column<string>(type: "text", nullable: true),
                    days = table.Column<int>(type: "integer", nullable: false),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_trainer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "medical_practice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false),
                    numbers = table.Column<int>(type: "integer", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: true),
                    standing = table.Column<int>(type: "integer", nullable: false),
                    standing_since = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_medical_practice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "household_district",
                columns: table => new
                {
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_district", x => x.household_id);
                    table.ForeignKey(
                        name: "fk_household_district_care_district_district_id",
                        column: x => x.district_id,
                        principalTable: "care_district",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_household_district_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "group_wish",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    chosen_time_id = table.Column<Guid>(type: "uuid", nullable: true),
                    chosen_reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_wish", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_group_wish_group_time_chosen_time_id",
                        column: x => x.chosen_time_id,
                        principalTable: "group_time",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_group_wish_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "group_course",
                columns: table => new
                {
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    time_id = table.Column<Guid>(type: "uuid", nullable: false),
                    trainer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    by_hand = table.Column<int>(type: "integer", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_course", x => x.course_id);
                    table.ForeignKey(
                        name: "fk_group_course_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "course",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_group_course_group_times_time_id",
                        column: x => x.time_id,
                        principalTable: "group_time",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_group_course_group_trainers_trainer_id",
                        column: x => x.trainer_id,
                        principalTable: "group_trainer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "doctor_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    practice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    turns = table.Column<int>(type: "integer", nullable: false),
                    by_hand = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_doctor_event", x => x.id);
                    table.ForeignKey(
                        name: "fk_doctor_event_medical_practices_practice_id",
                        column: x => x.practice_id,
                        principalTable: "medical_practice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_doctor_event_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "person_doctor",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    practice_id = table.Column<Guid>(type: "uuid", nullable: true),
                    given_on = table.Column<DateOnly>(type: "date", nullable: true),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    left_practice_id = table.Column<Guid>(type: "uuid", nullable: true),
                    waits_since = table.Column<DateOnly>(type: "date", nullable: true),
                    needs_none = table.Column<bool>(type: "boolean", nullable: false),
                    chosen_practice_id = table.Column<Guid>(type: "uuid", nullable: true),
                    chosen_reason = table.Column<string>(type: "text", nullable: true),
                    chosen_by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_doctor", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_person_doctor_medical_practice_practice_id",
                        column: x => x.practice_id,
                        principalTable: "medical_practice",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_person_doctor_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_care_district_name",
                table: "care_district",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_doctor_event_person_id",
                table: "doctor_event",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_doctor_event_practice_id_kind_at",
                table: "doctor_event",
                columns: new[] { "practice_id", "kind", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_group_course_time_id",
                table: "group_course",
                column: "time_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_course_trainer_id",
                table: "group_course",
                column: "trainer_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_time_room_id",
                table: "group_time",
                column: "room_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_wish_chosen_time_id",
                table: "group_wish",
                column: "chosen_time_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_district_district_id",
                table: "household_district",
                column: "district_id");

            migrationBuilder.CreateIndex(
                name: "ix_medical_practice_name",
                table: "medical_practice",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_doctor_practice_id_registered_on",
                table: "person_doctor",
                columns: new[] { "practice_id", "registered_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "doctor_event");

            migrationBuilder.DropTable(
                name: "group_course");

            migrationBuilder.DropTable(
                name: "group_wish");

            migrationBuilder.DropTable(
                name: "household_district");

            migrationBuilder.DropTable(
                name: "person_doctor");

            migrationBuilder.DropTable(
                name: "group_trainer");

            migrationBuilder.DropTable(
                name: "group_time");

            migrationBuilder.DropTable(
                name: "care_district");

            migrationBuilder.DropTable(
                name: "medical_practice");
        }
    }
}
